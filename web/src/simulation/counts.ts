import { localised } from "../answer/locale";

/** Counts, which the core writes without a mark: 10000, 5000 paths. */
const unmarked = /(?<![\d.,-])(?:\d{5,}|\d{4}(?= (?:random )?paths?\b))(?![\d-])/g;

/** A sentence of the core about many paths, with its numbers as the reader writes them. */
export const ofPaths = (text: string) => localised(text.replace(unmarked, (count) => count.replace(/\B(?=(\d{3})+$)/g, ",")));
