import type { Shown } from "./shown";

/** Calls `then` when the next frame has been drawn, so that what matters most is seen first; until then the page is not settled. */
export function afterFrame(asking: Shown["asking"], then: () => void) {
  const waits = { resting: false };
  asking.add(waits);
  requestAnimationFrame(() =>
    setTimeout(() => {
      asking.delete(waits);
      then();
    }),
  );
}
