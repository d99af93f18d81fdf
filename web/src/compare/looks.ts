import { layerLook, totalLook, type Look } from "../answer/looks";

/** The book that is worked on looks as the whole does elsewhere; those kept beside it as layers do. */
export const bookLook = (index: number): Look => (index === 0 ? totalLook : layerLook(index - 1));
