import { html, type TemplateResult } from "lit";

import { tabs } from "../instrument/tabs";
import type { ShownOnPage } from "./shown";

/** Something that takes the place of the instrument. */
interface View {
  id: string;
  title: string;
  load: () => Promise<unknown>;
  render: (shown: ShownOnPage) => TemplateResult;
}

/** What has a page to itself, without the form. */
export const views: readonly View[] = [
  { id: "article", title: "Article", load: () => import("../article/ballast-article"), render: (shown) => html`<ballast-article class="view" .shown=${shown}></ballast-article>` },
];

/** Everything that can be looked at, in the order in which it is offered. */
export const offered: readonly { id: string; title: string }[] = [...views, ...tabs];

/** What a visit begins with that brings nothing, and what an address shows that names a scenario alone. */
export const beginsWith = { bare: offered[0]!.id, withScenario: tabs[0]!.id };
export const viewOf = (id: string) => views.find((view) => view.id === id);
