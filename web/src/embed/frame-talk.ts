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

/** Around the frame: every frame that comes from `origin` and tells its height gets it, and is told light or dark, now and whenever that changes. */
export function followHeights(origin: string) {
  const frames = new Set<HTMLIFrameElement>();
  const tellScheme = (frame: HTMLIFrameElement) => frame.contentWindow?.postMessage({ ballastScheme: getComputedStyle(frame).colorScheme } satisfies Told, origin);
  // A site's own switch sets a class or an attribute of the root or of the body.
  const switched = new MutationObserver(() => frames.forEach(tellScheme));
  addEventListener("message", (event) => {
    const { ballastHeight } = told(event.data);
    if (event.origin !== origin || typeof ballastHeight !== "number" || !Number.isFinite(ballastHeight)) return;
    const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === event.source);
    if (!frame) return;
    if (frames.size === 0) for (const root of [document.documentElement, document.body]) switched.observe(root, { attributes: true });
    frames.add(frame);
    Object.assign(frame.style, { height: `${ballastHeight}px`, border: "0" });
    tellScheme(frame);
  });
}
