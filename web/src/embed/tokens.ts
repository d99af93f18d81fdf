import text from "../style/tokens.css?inline";

/**
 * The page's tokens for an element of somebody else's page, which does not load them. Each has a public name by which that page sets it
 * for all elements (`:root { --ballast-accent: green }`); set on an element, its own name does, too (`ballast-hedge { --accent: green }`).
 * Sizes follow a `--ballast-rem` of 16 px, since what a rem is differs widely between sites, and the width of the element.
 */
export function embeddedTokens(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { ${declarations.join(" ")} } @media print { :host { color-scheme: light; --paper: var(--paper-printed); } }`);
  return sheet;
}

/** The first rule of the file has them all; what follows is the page's own. */
const tokens = text.slice(0, text.indexOf("}") + 1);
const declarations = [...tokens.matchAll(/--([\w-]+):\s*([^;}]+)[;}]/g)].map(([, name, value]) => `--${name}: var(--ballast-${name}, ${sized(value!)});`);

function sized(value: string): string {
  return value.replace(/(\d*\.?\d+)rem\b/g, "calc($1 * var(--ballast-rem, 16px))").replace(/(\d*\.?\d+)vw\b/g, "$1cqi");
}
