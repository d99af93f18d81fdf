/* global build, files */
// Keeps the page for when there is no network. The build puts two constants before this text: `build`, its own name, and `files`, all that
// belongs to it, each with its hash.
//
// Never a mix of two versions: all files of a build are taken in at once, each only if its hash is right, or none is; they are given out
// together; and a newer build takes over when no page of the older one is open any more, that is at the next visit.
const prefix = `ballast ${self.registration.scope} `;
const cacheName = prefix + build;

addEventListener("install", (event) => event.waitUntil(takeIn()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const name = method === "GET" ? nameOf(url, mode) : undefined;
  if (name !== undefined) event.respondWith(kept(name, event.request));
});

async function takeIn() {
  const cache = await caches.open(cacheName);
  // Names with a hash in them never change; the others may lie in the browser from an earlier build.
  await cache.addAll(files.map(({ name, integrity }) => new Request(name, { integrity, cache: name.startsWith("assets/") ? "default" : "no-cache" })));
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
  // The page of the first visit was not yet this worker's.
  await clients.claim();
}

/** Which file of this build an address asks for, whatever its query; the folder itself is the page. */
function nameOf(url, mode) {
  const { origin, pathname } = new URL(url);
  const { origin: home, pathname: folder } = new URL(self.registration.scope);
  if (origin !== home || !pathname.startsWith(folder)) return undefined;
  const name = pathname.slice(folder.length) || (mode === "navigate" ? "index.html" : "");
  return files.some((file) => file.name === name) ? name : undefined;
}

async function kept(name, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(name)) ?? fetch(request);
}
