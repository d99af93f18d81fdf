import { Engine } from "../engine";
import { whatIfModule } from "../what-if-module";

/** Answers the chapters. The main engine is left to the page. */
export const chapterEngine = new Engine("what-if", whatIfModule);

/** Answers what takes a second, which must not keep the chapters waiting. */
export const sizingEngine = new Engine();
