// How the tests take hold of the page: fields by their pointer into the scenario, answers as a reader sees them.
import assert from "node:assert/strict";

/** Opens a result of the page, the what-if unless another is named, and waits for its first answer. */
export async function openInstrument(browser, { view = "what-if", address = "", ...as } = {}) {
  const opened = await browser.open({ ...as, address: `?view=${view}${address}` });
  const { page } = opened;
  const answers = { "what-if": page.locator("ballast-what-if .summary", { hasText: /VIX|calm/ }), capital: page.locator("ballast-capital .lead") };
  await (answers[view] ?? page.locator(`ballast-${view}`)).first().waitFor();
  const instrument = new Instrument(page);
  await page.waitForFunction(() => globalThis.ballast && document.querySelector("ballast-page").settled);
  return { ...opened, instrument };
}

class Instrument {
  constructor(page) {
    this.page = page;
  }

  field(pointer) {
    return this.page.locator(`ballast-number[pointer="${pointer}"]`);
  }

  number(pointer) {
    return this.field(pointer).locator("input[type=text]");
  }

  slider(pointer) {
    return this.field(pointer).locator("input[type=range]");
  }

  sentence() {
    return this.page.locator("ballast-page .summary").innerText();
  }

  /** What a reader sees that must follow a change. */
  async answer() {
    return {
      sentence: await this.sentence(),
      amounts: await this.page.locator("ballast-amounts table").innerText(),
      byDay: await this.page.locator("ballast-by-day svg").getAttribute("aria-label"),
      byDayLines: await this.page.locator("ballast-by-day svg").innerHTML(),
      bySpike: await this.page.locator("ballast-by-spike svg").innerHTML(),
      legs: await this.page.locator("ballast-legs table").innerText(),
    };
  }

  layer(index) {
    return this.page.locator("ballast-layer").nth(index);
  }

  /** Adds a layer from the library, as a hand does. */
  async addLayer(kind) {
    await this.page.locator("ballast-library summary").click();
    await this.page.locator(`ballast-library button[data-kind="${kind}"]`).click();
    await this.settled();
  }

  /** The names of the layers as the cards show them. */
  layers() {
    return this.page.locator("ballast-layer #name").evaluateAll((all) => all.map((input) => input.value || input.placeholder));
  }

  /** What has the focus: its own name. */
  focus() {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
    });
  }

  scenario() {
    return this.page.evaluate(() => globalThis.ballast.scenario);
  }

  /** The core's answer to the scenario on the page, as text. */
  response() {
    return this.page.evaluate(() => globalThis.ballast.run(JSON.stringify({ task: "evaluate", scenario: globalThis.ballast.scenario })));
  }

  /** Waits until nothing is asked, drawn or written to the address any more. */
  async settled() {
    await this.page.waitForTimeout(50);
    await this.page.waitForFunction(() => document.querySelector("ballast-page").settled);
  }

  problems() {
    return this.page.locator("ballast-problems li").allInnerTexts();
  }

  /** Drops a file on the page, as from a desktop. */
  async drop(name, content) {
    const transfer = await this.page.evaluateHandle(
      ([name, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], name, { type: "application/json" }));
        return transfer;
      },
      [name, content],
    );
    for (const type of ["dragenter", "dragover", "drop"]) await this.page.dispatchEvent("ballast-page", type, { dataTransfer: transfer });
    await this.settled();
  }
}

/** Moves a slider as a hand does, from where it is by a share of its length. */
export async function dragSlider(page, slider, by) {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const [position, steps] = await slider.evaluate((input) => [input.valueAsNumber, Number(input.max)]);
  const from = box.x + 8 + (box.width - 16) * (position / steps);
  const y = box.y + box.height / 2;
  await page.mouse.move(from, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; ++step) await page.mouse.move(from + (by * box.width * step) / 8, y);
  await page.mouse.up();
}

/** The sentences that a reader sees while a slider moves from a share of its length on, in so many steps, each with a pause, ms. */
export async function sentencesWhileMoving(instrument, slider, { from, by, steps, pause }) {
  const { page } = instrument;
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const to = (share) => page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
  const sentences = new Set();
  await to(from);
  await page.mouse.down();
  for (let step = 1; step <= steps; ++step) {
    await to(from + by * step);
    await page.waitForTimeout(pause);
    sentences.add(await instrument.sentence());
  }
  await page.mouse.up();
  return sentences;
}

export function assertAllDiffer(before, after) {
  for (const part of Object.keys(before)) assert.notEqual(after[part], before[part], `${part} did not change`);
}
