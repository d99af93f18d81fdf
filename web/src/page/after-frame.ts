import type { Shown } from "./shown";
import { unsettled } from "./unsettled";

/** Until the next frame has been drawn, so that what matters most is seen first. */
export const afterFrame = (asking: Shown["asking"]) => unsettled(asking, new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
