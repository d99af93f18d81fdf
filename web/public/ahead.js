// Has the code of the view in the address loaded along with the page's own, which would ask for it only when it runs. Which view that is, the
// page decides in src/state/viewing.ts; a guess that is wrong costs a download. The build writes the names of the files (web/preload.mjs).
{
  const views = JSON.parse(document.currentScript.dataset.views);
  const view = new URLSearchParams(location.search).get("view") ?? (location.hash === "" ? "article" : "what-if");
  for (const href of views[view] ?? []) document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
}
