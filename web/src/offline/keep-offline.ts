/**
 * Lets the page be opened and used without a network after a first visit, where the browser can (`service-worker.js`). Called when the
 * first answer is there, so that nothing which is needed sooner waits for it.
 */
export async function keepOffline() {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator) || !isSecureContext) return;
  try {
    await navigator.serviceWorker.register(new URL("offline.js", document.baseURI));
  } catch {
    // A browser that keeps nothing, or a host that did not put the file there: the page needs neither.
  }
}
