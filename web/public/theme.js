// Before the first drawing, so that a reader who chose dark never sees a white flash. The choice is made in src/page/theme.ts.
try {
  var chosen = localStorage.getItem("ballast-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {}
