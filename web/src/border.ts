/** What crosses the border (`core/scenario/run.h`): the parts of request and response that the page reads, as types. */
export * from "./border/request";
export * from "./border/evaluation";
export * from "./border/comparison";
export * from "./border/simulation";
export * from "./border/sizing";
export * from "./border/claims";
