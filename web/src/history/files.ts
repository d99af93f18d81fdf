/** The files that a history is made of, as the core names them. */
export const series = {
  vix: "VIX closes",
  spx: "SPX closes",
  vvix: "VVIX closes",
  first_future: "First VIX future",
  second_future: "Second VIX future",
  token: "Token prices",
} as const;
export type SeriesName = keyof typeof series;

/** A file that was given: its text, or why there is none. */
export interface GivenFile {
  name: string;
  text?: string;
  refusal?: string;
}

/** The longest text that the core reads; what is longer is not even unpacked to its end. */
const longestText = 16 << 20;
/** The largest file that is opened: a packed one may be shorter than its text, never much longer. */
const largestFile = 17 << 20;

/** What a file holds, by its name; undefined where the name does not say. */
export function seriesOf(name: string): SeriesName | undefined {
  const lower = name.toLowerCase();
  if (/vvix/.test(lower)) return "vvix";
  if (/(second|vx2|m2|back)/.test(lower)) return "second_future";
  if (/(first|vx1|m1|front|future|vx_|vx-)/.test(lower)) return "first_future";
  if (/vix/.test(lower)) return "vix";
  if (/(spx|gspc|s&p|sp500)/.test(lower)) return "spx";
  if (/(token|price|vol)/.test(lower)) return "token";
  return undefined;
}

/** The text of a file, unpacked where it is packed with gzip. Never throws: what cannot be read says why. */
export async function readFile(file: File): Promise<GivenFile> {
  const { name } = file;
  const refused = (refusal: string): GivenFile => ({ name, refusal });
  if (file.size > largestFile) return refused(`is ${Math.round(file.size / (1 << 20))} MB long; daily values since 1990 take half of one`);
  try {
    const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const packed = start[0] === 0x1f && start[1] === 0x8b;
    const bytes = packed ? file.stream().pipeThrough(new DecompressionStream("gzip")) : file.stream();
    const text = await textOf(bytes);
    return text === undefined ? refused("is longer than 16 MB, thirty times the daily values since 1990") : { name, text };
  } catch (error) {
    return refused(`cannot be read: ${error instanceof Error && error.message ? error.message : "it is damaged"}`);
  }
}

/** Undefined where it is too long. Nothing is read after the first zero byte: it is no text, and the core says where that is. */
async function textOf(bytes: ReadableStream<Uint8Array>): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = bytes.getReader();
  let text = "";
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    length += part.value.length;
    if (length > longestText) {
      await reader.cancel();
      return undefined;
    }
  }
  text += decoder.decode();
  const zero = text.indexOf("\0");
  return zero < 0 ? text : text.slice(0, zero + 1);
}
