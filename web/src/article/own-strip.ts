import type { JsonObject } from "../json/pointer";

/** The strip that is spoken of while the shared book has none. */
export const ownStrip: JsonObject = { kind: "strip", days: 30 };
