import type { Shown } from "./shown";

/**
 * Loads code that comes when it is first looked at; until it is there the page is not settled. Undefined where it cannot be loaded, of
 * which the page tells.
 */
export async function load<Loaded>({ workbench, asking }: Shown, code: () => Promise<Loaded>): Promise<Loaded | undefined> {
  const waits = { resting: false };
  asking.add(waits);
  try {
    return await code();
  } catch (error) {
    workbench.fail(error);
    return undefined;
  } finally {
    asking.delete(waits);
  }
}
