import { css, html, LitElement, nothing } from "lit";

import type { Problem, Response } from "../border";
import { Engine } from "../engine";
import { EditEvent } from "../form/field";
import type { Json } from "../json/pointer";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import type { CalendarReport } from "./signals";

/** Events that a scenario may list. */
const mostEvents = 100;

/** Takes the days of events from a pasted calendar into the scenario. */
export class BallastCalendar extends LitElement {
  static override properties = { said: { state: true }, problems: { state: true } };
  declare said: CalendarReport | undefined;
  declare problems: readonly Problem[];
  #engine: Engine | undefined;

  static override styles = [
    controls,
    sections,
    css`
      summary { font-weight: 600; }
      .hint { color: var(--ink-soft); font-weight: 400; }
      p, ul { margin: var(--space-1) 0 var(--space-2); max-width: 82ch; color: var(--ink-soft); font-size: var(--type-small); }
      label { display: grid; gap: var(--space-0); margin-bottom: var(--space-2); max-width: 60ch; font-size: var(--type-small); }
      textarea { font: inherit; font-family: var(--type-code); color: inherit; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius); }
      .problem { color: var(--problem); }
    `,
  ];

  constructor() {
    super();
    this.problems = [];
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#engine?.stop();
    this.#engine = undefined;
  }

  override render() {
    return html`<details>
      <summary>Event days<span class="hint">: paste a calendar of FOMC, CPI, PPI and GDP</span></summary>
      <p>iCalendar text, or a date and the event on each line, such as “2018-01-31 FOMC”. Days before day 0 are passed over. Replaces the events of the scenario.</p>
      <label>Date of day 0<input id="day-0" type="text" placeholder="2018-01-02" /></label>
      <label>Calendar<textarea id="calendar" rows="6" spellcheck="false"></textarea></label>
      <button type="button" class="quiet" @click=${() => void this.take()}>Take the days</button>
      ${this.problems.map(({ pointer, message, value }) => html`<p class="problem" role="alert">${pointer === "/day_0" ? "Date of day 0" : "Calendar"}: ${message}${value ? html` (${String(value)})` : nothing}.</p>`)}
      ${this.said ? this.renderSaid(this.said) : nothing}
    </details>`;
  }

  private renderSaid({ events, before_day_0, left_out, doubted }: CalendarReport) {
    const taken = Math.min(events.length, mostEvents);
    return html`<p role="status">${taken} ${taken === 1 ? "event" : "events"} taken${events.length > taken ? ` of ${events.length}: a scenario lists ${mostEvents} at most` : ""}; ${before_day_0} before day 0, ${left_out.count} left out.</p>
      ${left_out.count + doubted.count > 0
        ? html`<ul>${[...left_out.listed, ...doubted.listed].slice(0, 20).map(({ row, message, value }) => html`<li>Row ${row}: ${message}${value ? html` (${value})` : nothing}</li>`)}</ul>`
        : nothing}`;
  }

  private async take() {
    const value = (id: string) => this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)!.value;
    const request = { task: "calendar", calendar: value("calendar"), day_0: value("day-0") };
    this.#engine ??= new Engine();
    const { problems, report } = (await this.#engine.answer(JSON.stringify(request))) as Response<CalendarReport>;
    this.problems = problems;
    this.said = report;
    if (!report) return;
    const events: Json = report.events.slice(0, mostEvents).map(({ event, day }) => ({ event, day }));
    this.dispatchEvent(new EditEvent("/signals/events", events));
  }
}

customElements.define("ballast-calendar", BallastCalendar);
