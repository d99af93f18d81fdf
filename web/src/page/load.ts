import type { Shown } from "./shown";
import { unsettled } from "./unsettled";

/** Loads code that comes when it is first looked at: whether it is there. Where it cannot be loaded, the page tells. */
export async function load({ workbench, asking }: Shown, code: () => Promise<unknown>): Promise<boolean> {
  try {
    await unsettled(asking, code());
    return true;
  } catch (error) {
    workbench.fail(error);
    return false;
  }
}
