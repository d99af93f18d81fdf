import { Engine } from "../engine";

/** Answers the chapters. The main engine is left to the page. */
export const chapterEngine = new Engine();

/** Answers what takes a second, which must not keep the chapters waiting. */
export const sizingEngine = new Engine();
