/** What a page may say of `<ballast-hedge>`, and of `embed.html` in its query: the same names, the same values. */
export const attributes = ["preset", "scenario", "src", "view", "theme", "controls"] as const;
export type Attribute = (typeof attributes)[number];

/** What was said; an attribute that is missing is not here. */
export type Asked = Partial<Record<Attribute, string>>;

export function attributesOf(element: Element): Asked {
  return Object.fromEntries(attributes.flatMap((name) => (element.hasAttribute(name) ? [[name, element.getAttribute(name)!]] : [])));
}
