// Serves a folder on this machine alone. scripts/serve runs it, and the browser tests look at the page through it, so that
// what is tested is what is served.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The policy that the page states for itself, as a header, so that it holds in its workers too. */
function policyOf(folder) {
  const stated = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(readFileSync(join(folder, "index.html"), "utf8"));
  return stated ? { "Content-Security-Policy": stated[1] } : {};
}

function answer(folder, under, headers, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const file = normalize(join(folder, path.slice(under.length - 1), path.endsWith("/") ? "index.html" : ""));
  const found = path.startsWith(under) && file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile();
  if (!found) return response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
  // Files whose names carry a hash may be kept; the page itself is asked for each time.
  const age = path.includes("/assets/") ? "max-age=31536000, immutable" : "no-cache";
  response.writeHead(200, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Length": statSync(file).size,
    "Cache-Control": age,
    ...headers,
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file).pipe(response);
}

/**
 * Serves `folder` at `http://localhost:port` + `under` (which begins and ends with a slash); port 0 takes any free one. `headers` go with
 * every file.
 * Rejects with EADDRINUSE if the port is taken.
 * @returns {Promise<{address: string, close: () => void}>}
 */
export function serve(folder, port = 0, under = "/", headers = policyOf(folder)) {
  const root = normalize(folder).replace(/\/$/, "");
  const server = createServer((request, response) => {
    try {
      answer(root, under, headers, request, response);
    } catch {
      response.writeHead(400).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = `http://localhost:${server.address().port}${under}`;
      resolve({ address, close: () => (server.close(), server.closeAllConnections()) });
    });
  });
}

const firstPort = 8080;
const triedPorts = 20;

/** From the first port on, the first that is free. */
async function serveAtFreePort(folder) {
  for (let port = firstPort; port < firstPort + triedPorts; ++port) {
    try {
      return await serve(folder, port);
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
      console.log(`Port ${port} is taken.`);
    }
  }
  throw new Error(`ports ${firstPort} to ${firstPort + triedPorts - 1} are all taken; name a free one with --port`);
}

/** node serve.mjs FOLDER [PORT] */
async function main(folder, port) {
  try {
    const { address, close } = await (port ? serve(folder, Number(port)) : serveAtFreePort(folder));
    console.log(`\nBallast is at ${address}  (Ctrl-C ends it)`);
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => (console.log("Ended."), close()));
  } catch (error) {
    const taken = error.code === "EADDRINUSE" || error.code === "EACCES";
    console.error(`serve: error: ${taken ? `port ${port} is taken or not allowed; choose another with --port` : error.message}`);
    process.exitCode = 2;
  }
}

if (import.meta.url === `file://${process.argv[1]}`) await main(...process.argv.slice(2));
