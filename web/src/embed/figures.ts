import { html, nothing, type TemplateResult } from "lit";

import type { Evaluation } from "../border";
import { tabs } from "../instrument/tabs";
import { valueAt } from "../json/pointer";
import type { Shown } from "../page/shown";
import { engineBeside } from "./engine-at-hand";
import type { singleFigures } from "./figure-titles";

/** One thing of the page that can stand by itself. */
export interface EmbeddedFigure {
  /** Its code, which comes when it is first shown. */
  load: () => Promise<unknown>;
  render: (report: Evaluation, shown: Shown) => TemplateResult | typeof nothing;
  /** What can be opened from it: code and engine that come once it is shown. */
  next?: readonly (() => Promise<unknown>)[];
}

const path = (view: string) => ({
  load: () => import("../answer/ballast-path"),
  render: (report: Evaluation) => html`<ballast-path view=${view} .report=${report}></ballast-path>`,
});

const single: Record<keyof typeof singleFigures, EmbeddedFigure> = {
  summary: {
    load: () => Promise.resolve(),
    render: ({ summary }) => html`<p class="summary">${summary}</p>`,
  },
  amounts: {
    load: () => import("../answer/ballast-amounts"),
    render: (report) => html`<ballast-amounts .report=${report}></ballast-amounts>`,
  },
  "by-day": {
    load: () => import("../answer/ballast-by-day"),
    render: (report) => html`<ballast-by-day .report=${report}></ballast-by-day>`,
  },
  "by-spike": {
    load: () => import("../answer/ballast-by-spike"),
    render: (report) => html`<ballast-by-spike .report=${report}></ballast-by-spike>`,
  },
  vix: path("vix"),
  token: path("token"),
  loss: path("loss"),
  pool: {
    load: () => import("../pool/ballast-pool"),
    render: (report, { workbench }) => html`<ballast-pool
      .report=${report} .answered=${workbench.answered?.scenario} .scenario=${workbench.scenario} .schema=${workbench.schema}
    ></ballast-pool>`,
  },
  "pool-price": {
    load: () => import("../pool/ballast-pool-price"),
    render: (report, { workbench }) => html`<ballast-pool-price .report=${report} .movable=${valueAt(workbench.answered?.scenario, "/pool/kind") === "concentrated"}></ballast-pool-price>`,
  },
  layers: {
    load: () => import("../answer/ballast-layer-facts"),
    render: (report) => html`<ballast-layer-facts .report=${report}></ballast-layer-facts>`,
  },
  "quick-ratio": {
    load: () => import("../capital/ballast-quick-ratio"),
    render: (report) => html`<ballast-quick-ratio .report=${report}></ballast-quick-ratio>`,
  },
  "cash-flows": {
    load: () => import("../capital/ballast-cash-flows"),
    render: (report) => html`<ballast-cash-flows .report=${report}></ballast-cash-flows>`,
  },
  legs: {
    load: () => import("../answer/ballast-legs"),
    render: (report) => html`<ballast-legs .report=${report}></ballast-legs>`,
  },
  sources: {
    load: () => import("../answer/ballast-sources"),
    render: ({ defaults }) => html`<ballast-sources .defaults=${defaults}></ballast-sources>`,
  },
};

const instrument: EmbeddedFigure = {
  load: () => import("./ballast-embedded-instrument"),
  render: (report, shown) => html`<ballast-embedded-instrument .shown=${shown} .report=${report} .scenario=${shown.workbench.scenario} .problems=${shown.workbench.problems}></ballast-embedded-instrument>`,
  next: [...tabs.map(({ load }) => load), () => engineBeside.answer('{"task":"presets"}')],
};

/** By name. */
export const figures: ReadonlyMap<string, EmbeddedFigure> = new Map([
  ...Object.entries(single),
  ...tabs.map(({ id, load, render }): [string, EmbeddedFigure] => [id, { load, render: (_, shown) => render(shown) }]),
  ["instrument", instrument],
]);

/** What is shown where nothing is asked for. */
export const figuresByDefault: readonly string[] = ["summary", "by-spike"];
