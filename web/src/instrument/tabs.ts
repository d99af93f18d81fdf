import { html, type TemplateResult } from "lit";

import type { Shown } from "../page/shown";

/** One thing to look at. */
export interface Tab {
  /** As it stands in the address. */
  id: string;
  title: string;
  /** Its code, which comes when it is first looked at. */
  load: () => Promise<unknown>;
  /** What stands beside the form; on a narrow screen above it. */
  render: (shown: Shown) => TemplateResult;
  /** What stands below that; on a narrow screen below the form. */
  below?: Pick<Tab, "load" | "render">;
}

/** The results, in the order in which they are offered: a new one is a folder with its element, and one entry here. */
export const tabs: readonly Tab[] = [
  {
    id: "what-if",
    title: "What-if",
    load: () => import("./ballast-what-if"),
    render: ({ workbench }) => html`<ballast-what-if .workbench=${workbench} .report=${workbench.answered?.report} .scenario=${workbench.scenario} .stale=${workbench.stale}></ballast-what-if>`,
    below: {
      load: () => import("./ballast-what-if-more"),
      render: ({ workbench, shelf, questions }) => html`<ballast-what-if-more
        .workbench=${workbench} .shelf=${shelf} .questions=${questions} .report=${workbench.answered?.report} .scenario=${workbench.scenario} .stale=${workbench.stale}
        .kept=${shelf.kept} .comparison=${questions.comparison.report} .recalibration=${questions.recalibration.report} .lead=${questions.lead.report}
      ></ballast-what-if-more>`,
    },
  },
  {
    id: "surface",
    title: "Surface",
    load: () => import("../surface/ballast-surface"),
    render: (shown) => html`<ballast-surface class=${shown.workbench.stale ? "stale" : ""} .shown=${shown} .scenario=${shown.workbench.answered}></ballast-surface>`,
  },
  {
    id: "simulation",
    title: "Simulation",
    load: () => import("../simulation/ballast-simulation"),
    render: (shown) => html`<ballast-simulation class=${shown.workbench.stale ? "stale" : ""} .shown=${shown} .scenario=${shown.workbench.answered}></ballast-simulation>`,
  },
  {
    id: "sizing",
    title: "Sizing",
    load: () => import("../sizing/ballast-sizing"),
    render: (shown) => html`<ballast-sizing class=${shown.workbench.stale ? "stale" : ""} .shown=${shown} .scenario=${shown.workbench.answered}></ballast-sizing>`,
  },
  {
    id: "claims",
    title: "Claims",
    load: () => import("../claims/ballast-claims"),
    render: (shown) => html`<ballast-claims class=${shown.workbench.stale ? "stale" : ""} .shown=${shown} .scenario=${shown.workbench.answered}></ballast-claims>`,
  },
  {
    id: "capital",
    title: "Capital",
    load: () => import("../capital/ballast-capital"),
    render: ({ workbench }) => html`<ballast-capital class=${workbench.stale ? "stale" : ""} .report=${workbench.answered?.report} .scenario=${workbench.answered?.scenario}></ballast-capital>`,
  },
  {
    id: "history",
    title: "History",
    load: () => import("../history/ballast-history"),
    render: (shown) => html`<ballast-history .shown=${shown} .round=${shown.workbench.scenario}></ballast-history>`,
  },
  {
    id: "signals",
    title: "Signals",
    load: () => import("../signals/ballast-signals"),
    render: (shown) => html`<ballast-signals class=${shown.workbench.stale ? "stale" : ""} .shown=${shown} .scenario=${shown.workbench.scenario}></ballast-signals>`,
  },
];

export const tabOf = (id: string) => tabs.find((tab) => tab.id === id);
