// Opens the built page in Chromium and hears what it complains about. Parity, browser tests and screenshots go through here.
import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

import { serve } from "../../scripts/serve.mjs";

const dist = new URL("../../web/dist", import.meta.url).pathname;

/** Quiet: no call home, no first-run page. No sandbox: the toolchain's own is around it, and root has no other. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The same picture on every machine.
  "--force-color-profile=srgb",
  "--font-render-hinting=none",
];

function executable() {
  const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error("no Chromium found; run within scripts/env, or name one in CHROMIUM");
  return found;
}

/**
 * Serves web/dist, or another site with headers of its own, and starts a Chromium that can open it. The page lies in a folder, not at the
 * root of the host, so that an absolute address in it would be noticed.
 */
export async function startBrowser(folder = dist, headers = undefined) {
  if (!existsSync(`${folder}/index.html`)) throw new Error("web/dist has no page; build it with scripts/serve --build");
  const server = await serve(folder, 0, "/hosted/anywhere/", headers);
  const browser = await chromium.launch({ executablePath: executable(), args: flags }).catch((error) => {
    server.close();
    throw error;
  });
  return {
    address: server.address,
    /**
     * Opens the page in a fresh context. `complaints` gathers console errors and warnings, exceptions, failed requests and
     * requests to any other host, for as long as the page is open.
     * @param {{width?: number, height?: number, theme?: "light" | "dark", locale?: string, address?: string, keeps?: boolean, touch?: boolean, javaScriptEnabled?: boolean,
     *   before?: (page: import("playwright-core").Page) => Promise<void>}} [as] `keeps`: whether the page may keep itself for when there is no
     *   network; `touch`: a telephone, without a mouse; `before`: what is to be done with the page before it has an address
     */
    async open({ width = 1280, height = 900, theme = "light", locale = "en-GB", address = "", keeps = false, touch = false, javaScriptEnabled = true, before } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: "reduce",
        locale,
        timezoneId: "UTC",
        javaScriptEnabled,
        hasTouch: touch,
        isMobile: touch,
        serviceWorkers: keeps ? "allow" : "block",
      });
      const page = await context.newPage();
      const complaints = listen(page, server.address);
      await before?.(page);
      await page.goto(server.address + address, { waitUntil: "load" });
      return { page, complaints, close: () => context.close() };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** What Playwright says where it was told to block service workers. */
const blocked = /^Service Worker registration blocked by Playwright/;

function listen(page, home) {
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !blocked.test(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) complaints.push(`asks another host: ${url}`);
  });
  return complaints;
}

/** Asks the page's own engine, in its worker. */
export async function askPage(page, request) {
  await page.waitForFunction(() => "ballast" in globalThis);
  return page.evaluate((text) => globalThis.ballast.run(text), request);
}
