/** What an element is asked to show, opened on its workbench. */
import { valueAt, type JsonObject } from "../json/pointer";
import { fromFragment } from "../state/address";
import type { Workbench } from "../state/workbench";
import type { Asked } from "./attributes";

/** A scenario takes a few kB. */
const longestFile = 4 << 20;

/** Of several ways to name a scenario the most particular one holds: the scenario itself, then a file, then a preset, then the first preset. */
export async function openAsked(workbench: Workbench, { scenario, src, preset }: Asked, wanted: () => boolean): Promise<void> {
  const named = scenario?.trim();
  try {
    if (named?.startsWith("{")) return await workbench.openText(named, "The scenario");
    if (!named && !src) return await openPreset(workbench, preset || workbench.presets[0]?.id);
    if (named) {
      const { base, scenario } = await fromFragment(named.replace(/^#/, ""), workbench.presets);
      if (wanted()) await workbench.open(base, scenario);
    } else if (src) {
      const text = await fetched(src);
      if (wanted()) await workbench.openText(text, src);
    }
  } catch (error) {
    if (!wanted()) return;
    const message = error instanceof Error ? error.message : String(error);
    workbench.refuse(named ? "The scenario" : (src ?? "The scenario"), [{ pointer: "", message, value: null }]);
  }
}

async function openPreset(workbench: Workbench, id: string | undefined) {
  const preset = workbench.presets.find((each) => each.id === id);
  if (!preset) throw new Error(`there is no preset "${id}"; there are ${workbench.presets.map((each) => each.id).join(", ")}`);
  await workbench.open(preset.id, preset.scenario);
}

async function fetched(src: string): Promise<string> {
  const response = await fetch(new URL(src, document.baseURI));
  if (!response.ok) throw new Error(`its host answers ${response.status}`);
  const text = await response.text();
  if (text.length > longestFile) throw new Error(`it is ${Math.round(text.length / (1 << 20))} MB long; a scenario takes a few kB`);
  return text;
}

/** What a scenario calls itself, or "". */
export function nameOf(scenario: JsonObject): string {
  const name = valueAt(scenario, "/name");
  return typeof name === "string" && name !== "" ? name : "";
}

/** What a list in an attribute has, parted by spaces or commas. */
export const words = (text: string | undefined) => (text ?? "").split(/[\s,]+/).filter(Boolean);
