/** What scrolls around an element, through the shadow roots that it stands in; at last the window itself. */
function scrollerOf(element: Element): Element {
  for (let at: Node | null = element; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    if (at instanceof Element && at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Remembers where an element stands on the screen; what it returns scrolls it back there, as far as that goes. */
export function keepInPlace(element: Element): () => void {
  const before = element.getBoundingClientRect().top;
  return () => scrollerOf(element).scrollBy(0, element.getBoundingClientRect().top - before);
}
