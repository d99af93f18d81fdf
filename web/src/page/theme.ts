/** The reader's choice of light or dark; `public/theme.js` sets it again before the page is first drawn. */
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "ballast-theme";

export function theme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return themes.find((each) => each === chosen) ?? "auto";
}

export function setTheme(chosen: Theme) {
  if (chosen === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  try {
    if (chosen === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, chosen);
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}
