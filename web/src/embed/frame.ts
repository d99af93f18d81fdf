import { attributes } from "./attributes";
import { followScheme, tellHeight } from "./frame-talk";

/** `embed.html`, the page that an `<iframe>` shows: one element, told by the query what to show. */
export function beFrame() {
  const said = new URLSearchParams(location.search);
  const element = document.querySelector("ballast-hedge");
  for (const name of attributes) {
    const value = said.get(name);
    if (value !== null) element?.setAttribute(name, value);
  }
  const theme = said.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;
  else followScheme(document.documentElement);
  document.body.style.margin = "0";
  tellHeight(document.body);
}
