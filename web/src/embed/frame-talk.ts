/**
 * How a framed `embed.html` and the page around it agree: the frame tells how high it is, so that it is as high as what is in it, and is
 * told whether the page is light or dark there.
 */
interface Told {
  ballastHeight?: number;
  ballastScheme?: string;
}

const told = (data: unknown): Told => (typeof data === "object" && data !== null ? data : {});

/** In the frame: tells the page around it how high the body is, now and whenever that changes. */
export function tellHeight(body: HTMLElement) {
  if (parent === window) return;
  // A height is no secret, and who frames this is not known here.
  const tell = () => parent.postMessage({ ballastHeight: Math.ceil(body.getBoundingClientRect().height) } satisfies Told, "*");
  new ResizeObserver(tell).observe(body);
}

/** In the frame: is as light or dark as the page around it says that it is. */
export function followScheme(root: HTMLElement) {
  addEventListener("message", ({ source, data }) => {
    const { ballastScheme } = told(data);
    if (source === parent && typeof ballastScheme === "string") root.style.colorScheme = ballastScheme === "normal" ? "light" : ballastScheme;
  });
}

/** Around the frame: every frame that comes from `origin` and tells its height gets it. */
export function followHeights(origin: string) {
  addEventListener("message", (event) => {
    const { ballastHeight } = told(event.data);
    if (event.origin !== origin || typeof ballastHeight !== "number" || !Number.isFinite(ballastHeight)) return;
    const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === event.source);
    if (!frame) return;
    Object.assign(frame.style, { height: `${ballastHeight}px`, border: "0" });
    frame.contentWindow?.postMessage({ ballastScheme: getComputedStyle(frame).colorScheme } satisfies Told, origin);
  });
}
