/** The ledger by day as CSV (RFC 4180), the same bytes as `ballast evaluate --csv` writes: the core's own digits, put in columns. */
interface Digits {
  path: { day: string[]; vix: string[]; vvix: string[]; spx: string[]; token: string[]; futures: { tenor_days: string; level: string[] }[] };
  pool: Record<(typeof ofPool)[number] | "profit", string[]>;
  layers: ({ name: string } & Record<(typeof ofLayer)[number], string[]>)[];
  hedge: string[];
  total: string[];
}

const ofPath = ["vix", "vvix", "spx", "token"] as const;
const ofPool = ["value", "hold", "rebalanced", "impermanent_loss", "impermanent_loss_percent", "fees", "profit"] as const;
const ofLayer = ["cash_flow", "mark", "profit"] as const;

/** What stands in front of their name in the heading. */
const named = new Set<string>(["value", "hold", "rebalanced", "profit"]);

export function ledgerCsv(response: string): string {
  const { path, pool, layers, hedge, total } = (JSON.parse(withDigits(response)) as { report: Digits }).report;
  const columns: [string, string[]][] = [
    ["day", path.day],
    ...ofPath.map((name): [string, string[]] => [name, path[name]]),
    ...path.futures.map(({ tenor_days, level }): [string, string[]] => [`future_${tenor_days}`, level]),
    ...ofPool.map((name): [string, string[]] => [named.has(name) ? `pool_${name}` : name, pool[name]]),
    ...layers.flatMap((layer, index) => ofLayer.map((name): [string, string[]] => [`${index + 1} ${layer.name} ${name}`, layer[name]])),
    ["hedge", hedge],
    ["total", total],
  ];
  const rows = path.day.map((_, day) => columns.map(([, values]) => values[day]).join(","));
  return [columns.map(([name]) => field(name)).join(","), ...rows, ""].join("\n");
}

/** JSON in which every number is a text, so that none of its digits is lost. */
const withDigits = (json: string) => json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => (token.startsWith('"') ? token : `"${token}"`));

const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
