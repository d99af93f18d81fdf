import type { Shown } from "./shown";

/** The same work; until it is done the page is not settled. */
export function unsettled<Done>(asking: Shown["asking"], work: Promise<Done>): Promise<Done> {
  const waits = { resting: false };
  asking.add(waits);
  return work.finally(() => asking.delete(waits));
}
