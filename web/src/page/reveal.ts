/** Someone wants to see the control of a field, by its pointer into the scenario. */
export class RevealEvent extends CustomEvent<string> {
  constructor(pointer: string) {
    super("reveal", { detail: pointer, bubbles: true, composed: true });
  }
}

/** Shows the control of a field and puts the focus on it. */
export function revealField(root: Element, pointer: string) {
  const field = fieldAt(root, pointer);
  if (!field) return;
  openAround(field);
  field.scrollIntoView({ block: "center" });
  const inside = (what: string) => field.shadowRoot?.querySelector<HTMLElement>(what);
  (inside("input, select, textarea") ?? inside("button"))?.focus({ preventScroll: true });
}

/** The control of a field: the one at the pointer, or the nearest one around it. */
export function fieldAt(root: Element, pointer: string): Element | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const field = find(root.shadowRoot ?? root, at);
    if (field) return field;
  }
  return undefined;
}

function find(root: ParentNode, pointer: string): Element | undefined {
  let found: Element | undefined;
  for (const element of root.querySelectorAll("*")) {
    const inside = element.shadowRoot ? find(element.shadowRoot, pointer) : undefined;
    if (inside) return inside;
    if (element.getAttribute("pointer") === pointer) found ??= element;
  }
  return found;
}

/** Opens every disclosure that the element stands in. */
function openAround(element: Element) {
  for (let at: Element | null = element; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null)) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
}
