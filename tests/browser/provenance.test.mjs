// Every result shows how it came about: the formula with the numbers put in gives what the core says, within the digits shown.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

/** Every derivation in sight once all are opened. */
async function derivations(page) {
  await page.evaluate(() => {
    const open = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.localName === "ballast-behind") element.shadowRoot.querySelector("details").open = true;
        if (element.shadowRoot) open(element.shadowRoot);
      }
    };
    open(document);
  });
  await page.waitForTimeout(200);
  return page.locator("ballast-behind li").evaluateAll((all) =>
    all.map((li) => ({ of: li.querySelector(".of").textContent.trim(), put: li.querySelector(".put").dataset.put, result: li.querySelector(".put").dataset.result, shown: li.querySelector(".put").textContent })),
  );
}

/** The normal distribution by its series (Abramowitz and Stegun 26.2.10), as precise as doubles are where options trade. */
function normal(x) {
  if (Math.abs(x) > 7) return x > 0 ? 1 : 0;
  let [term, sum] = [x, x];
  for (let n = 1; n < 200; ++n) sum += (term *= (-x * x) / (2 * n)) / (2 * n + 1);
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}

/** What a formula gives whose numbers were put in, as a reader would type it into a calculator. */
function calculated(put) {
  const code = put
    .replaceAll(",", "")
    .replaceAll("−", "-")
    .replaceAll("·", "*")
    .replace(/\^\{([^}]*)\}/g, "**($1)")
    .replace(/\bceil\(/g, "Math.ceil(")
    .replace(/√\(/g, "Math.sqrt(")
    .replace(/√([\d.]+)/g, "Math.sqrt($1)")
    .replace(/exp\(-/g, "exp(0-")
    .replace(/\bexp\(/g, "Math.exp(")
    .replace(/\bln\(/g, "Math.log(")
    .replace(/N\(-/g, "N(0-");
  assert.match(code, /^[\d.()*/+\- ceilMathsqrtxplogN]+$/, put);
  return new Function("N", `return ${code}`)(normal);
}

const asNumber = (text) => Number(text.replaceAll(",", "").replace("−", "-"));

/** So far the shown digits may lead astray: of the token a day's drift is left out, of a break-even the bend of the curve. */
function tolerance(of, result) {
  if (of.startsWith("Token after the spike")) return 0.02 * Math.abs(result);
  if (of.startsWith("Pool and hedge break even")) return 0.5;
  if (of.startsWith("Token on")) return 0.05 * Math.abs(result);
  if (of.startsWith("IRR")) return 1;
  // A difference of nearly equal numbers.
  if (of.startsWith("Impermanent loss")) return 2e-4;
  return 1e-5 * Math.max(1, Math.abs(result));
}

const pools = {
  "as it is": "",
  "weighted, with fees, against cash": ";pool.kind=weighted;pool.weight=0.7;pool.fee_apr=0.25;pool.spike_volume=3;pool.benchmark=cash",
  "on a range, rebalanced, with debt": ";pool.kind=concentrated;pool.lower=0.4;pool.upper=4;pool.price=2;pool.benchmark=rebalanced;capital.debt=20000;capital.tax_rate=0.2",
};

describe("the numbers behind", () => {
  for (const [name, changes] of Object.entries(pools)) {
    test(`the what-if and the capital give the core's numbers, pool ${name}`, async () => {
      const { page, instrument, complaints, close } = await openInstrument(browser, { address: `#v1:february-2018${changes}` });
      const all = await derivations(page);
      await page.locator('ballast-views a[data-view="capital"]').click();
      await instrument.settled();
      await page.locator("ballast-capital .lead").waitFor();
      all.push(...(await derivations(page)));
      for (const part of ["Token after the spike", "Value of the pool", "Impermanent loss", "Fees earned", "Profit of the pool", "VIX calls 4/4/2: profit", "SPX iron condor: profit",
        "Price of the VIX call", "Price of the SPX put", "IRR", "What owners ask", "What the capital costs", "Verdict", "Quick ratio"]) {
        assert.ok(all.some(({ of }) => of.startsWith(part)), `${part} in ${all.map(({ of }) => of).join("; ")}`);
      }
      for (const { of, put, result } of all) {
        const given = asNumber(result);
        assert.ok(Math.abs(calculated(put) - given) <= tolerance(of, given), `${of}: ${put} is ${calculated(put)}, not ${result}`);
      }
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  /** Asks the page's core. */
  const asked = (page, task, more = {}) =>
    page.evaluate(async ([task, more]) => JSON.parse(await globalThis.ballast.run(JSON.stringify({ task, scenario: globalThis.ballast.scenario, ...more }))).report, [task, more]);

  /** Holds every formula whose numbers are all there to its result, and gives all of them. */
  async function checked(page, parts) {
    const all = await derivations(page);
    for (const part of parts) assert.ok(all.some(({ of }) => of.startsWith(part)), `${part} in ${all.map(({ of }) => of).join("; ")}`);
    for (const { of, put, result } of all.filter(({ put }) => !/P\(|Σ|: (yes|no)/.test(put))) {
      const given = asNumber(result);
      assert.ok(Math.abs(calculated(put) - given) <= tolerance(of, given), `${of}: ${put} is ${calculated(put)}, not ${result}`);
    }
    return { all, result: (part) => asNumber(all.find(({ of }) => of.startsWith(part)).result), put: (part) => all.find(({ of }) => of.startsWith(part)).put };
  }

  const near = (value, expected) => assert.ok(Math.abs(value - expected) <= 1e-6 * Math.max(1, Math.abs(expected)), `${value} ${expected}`);

  test("the simulation have every rank, count and error put in", async () => {
    const { page, complaints, close } = await openInstrument(browser, { view: "simulation", address: "#v1:february-2018;!.simulation.paths=100" });
    await page.locator("ballast-simulation-table tbody tr").first().waitFor();
    const report = await asked(page, "simulate", { simulation: { paths: 100 } });
    const { result, put } = await checked(page, ["Hedge: mean profit", "Pool and hedge: mean profit", "Hedge: standard error", "Pool: value at risk", "Pool: mean of the worst", "Paths with a margin call", "Its standard error"]);
    const { total, hedge, pool } = report.days.at(-1);
    near(result("Hedge: standard error"), hedge.mean.error);
    near(result("Pool: value at risk"), pool.value_at_risk.value);
    // Few enough that the ten worst paths have the whole of the tail.
    const rank = calculated(/P\((.*)\)$/.exec(put("Pool and hedge: value at risk"))[1]);
    assert.equal(rank, 6);
    near(result("Pool and hedge: value at risk"), -report.worst[rank - 1].total);
    near(result("Pool and hedge: mean of the worst"), total.conditional_value_at_risk.value);
    near(calculated(put("Pool and hedge: mean of the worst")), total.conditional_value_at_risk.value);
    assert.match(put("Pool: mean of the worst"), /Σ\(L − [\d,.]+\)\^\{\+\}\/\(100·\(1 − 0\.95\)\)$/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("the sizes are ratios of covariance and variance, and sums over the layers", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "sizing" });
    await page.locator("ballast-sizing-table tbody tr").first().waitFor();
    const report = await asked(page, "size");
    const { result } = await checked(page, ["Least variance: times VIX calls 4/4/2", "Least variance: variance less by", "Unhedged: mean of the worst", "Least tail loss: cost a year", "Least tail loss: premium", "Least tail loss: margin"]);
    near(result("Least variance: times VIX calls 4/4/2"), report.minimum_variance.quantity[0]);
    near(result("Least tail loss: cost a year"), report.minimum_cvar.yearly_cost);
    near(result("Least variance: variance less by"), report.minimum_variance.effectiveness_fresh);
    // A layer that is held: what the limit costs.
    await page.locator(".settings > details > summary").click();
    await page.locator('ballast-number[pointer="/sizing/layers/0/least"] input[type=text]').fill("4");
    await instrument.settled();
    const held = await asked(page, "size", { sizing: { layers: [{ least: 4 }, {}] } });
    const bound = held.minimum_variance.binding.find(({ layer }) => layer === "VIX calls 4/4/2");
    near((await checked(page, ["Least variance: what the least size of VIX calls 4/4/2 costs"])).result("Least variance: what the least size of VIX calls 4/4/2 costs"), bound.multiplier);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("the verdicts are the figures held against the thresholds of the core", async () => {
    const { page, complaints, close } = await openInstrument(browser, { view: "claims" });
    await page.locator("ballast-claims [data-claim]").first().waitFor();
    const report = await asked(page, "claims");
    const { all } = await checked(page, ["The premium of the condor covers the impermanent loss: paths on which", "The hedge cuts the drawdown by 35 to 40 %: cut of", "Call layers cost no more than 2 % of the capital a year: mean cost"]);
    for (const { statement, verdict, judged_by: by, figures } of report.claims) {
      const found = all.find(({ of }) => of === `${statement}: verdict`);
      assert.equal(found !== undefined, by !== undefined, statement);
      if (!by) continue;
      assert.equal(found.result, verdict);
      for (const [, value, sign, bound, said] of found.put.matchAll(/(\S+) ([≥≤>]) (\S+): (yes|no)/g)) {
        near(asNumber(value), figures[0].value);
        assert.ok([by.holds, by.in_part].some((each) => Math.abs(each - asNumber(bound)) < 1e-9), bound);
        assert.equal(said === "yes", sign === "≤" ? asNumber(value) <= asNumber(bound) : sign === ">" ? asNumber(value) > asNumber(bound) : asNumber(value) >= asNumber(bound), found.put);
      }
      assert.equal(/: yes$/.test(found.put), verdict !== "fails");
    }
    assert.deepEqual(complaints, []);
    await close();
  });

  for (const [name, changes] of Object.entries(pools)) {
    test(`what happened is the pool's loss from the closes of its worst day, pool ${name}`, async () => {
      const { page, complaints, close } = await openInstrument(browser, { view: "history", address: `#v1:february-2018${changes}` });
      await page.locator("ballast-history .summary").waitFor();
      const report = await asked(page, "replay", { history: { episode: "2018-02" } });
      const worst = report.pool.map((profit, close) => profit - (report.pool[close - 1] ?? profit)).reduce((least, change, close, all) => (change < all[least] ? close : least), 0);
      const [before, date] = [worst - 1, worst].map((close) => new Date(Date.parse(report.history.first) + 86_400_000 * report.day[close]).toISOString().slice(0, 10));
      const { result } = await checked(page, [`Value of the pool on ${date}`, `Impermanent loss on ${date}`, `The pool's worst day: profit from ${before} to ${date}`, `Pool and hedge on ${date}`, "Deepest fall of pool and hedge"]);
      near(result("Value of the pool"), report.pool_value[worst]);
      near(result("Impermanent loss"), report.impermanent_loss_percent[worst]);
      near(result("Deepest fall"), report.books[0].drawdown.depth);
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  test("the score is the logistic of weights times z-scores, down to VIX", async () => {
    const signals = ";signals.indicators=" + encodeURIComponent(JSON.stringify([{ kind: "edr", mean: 1.22, deviation: 0.49 }, { kind: "rsi", of: "spx", period: 5, mean: 50, deviation: 20, weight: -0.5 }])) + ";signals.offset=-1";
    const { page, complaints, close } = await openInstrument(browser, { view: "signals", address: `#v1:february-2018${signals}` });
    await page.locator("ballast-score svg[role=img]").waitFor();
    const report = await asked(page, "signals");
    const { all, result } = await checked(page, ["Log odds of the regime on day", "Regime score on day"]);
    near(result("Regime score"), Math.max(...report.score.filter((value) => value !== null)));
    assert.ok(all.some(({ of, put }) => /z-score/.test(of) && /1\.22/.test(put)), "mean and deviation are put in");
    assert.ok(all.some(({ put }) => /^[\d.]+\/√\(252\)$/.test(put)), "the daily range comes from VIX");
    assert.deepEqual(complaints, []);
    await close();
  });

  test("the surface are those of the cells that its title names, and of the scenario's own spike", async () => {
    const { page, complaints, close } = await openInstrument(browser, { view: "surface" });
    await page.locator("ballast-heat-map svg[role=img]").waitFor();
    const report = await asked(page, "surface");
    const { result } = await checked(page, ["Where pool and hedge have least", "Most: pool and hedge", "Token after the spike", "Value of the pool", "Impermanent loss", "VIX calls 4/4/2: profit"]);
    near(result("Where pool and hedge have least"), Math.min(...report.total));
    near(result("Most"), Math.max(...report.total));
    assert.deepEqual(complaints, []);
    await close();
  });

  test("are the core's: the results stand in its response", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    const { report } = JSON.parse(await instrument.response());
    const all = await derivations(page);
    const result = (part) => asNumber(all.find(({ of }) => of.startsWith(part)).result);
    near(result("Value of the pool"), report.pool.value[report.spike.to_day]);
    near(result("Impermanent loss"), report.pool.impermanent_loss_percent[report.spike.to_day]);
    near(result("VIX calls 4/4/2: profit"), report.layers[0].profit[report.spike.to_day]);
    near(result("Price of the VIX call"), report.layers[0].legs[0].opened.price);
    await close();
  });
});

test("every field says what it is and where its default comes from", async () => {
  const { page, close } = await openInstrument(browser);
  const missing = await page.evaluate(async () => {
    const found = [];
    const look = async (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.localName === "details") element.open = true;
        if (element.shadowRoot) await look(element.shadowRoot);
      }
    };
    await look(document);
    await new Promise((wait) => setTimeout(wait, 300));
    const fields = (root) => [...root.querySelectorAll("*")].flatMap((element) => [...(element.localName === "ballast-number" ? [element] : []), ...(element.shadowRoot ? fields(element.shadowRoot) : [])]);
    for (const { schema, pointer } of fields(document)) {
      if (!schema.description) found.push(`${pointer} has no description`);
      if (schema.default !== undefined && !["published", "recurring", "calibrated", "assumption"].includes(schema["x-source"]?.label)) found.push(`${pointer} has a default without a label`);
      if (schema.default !== undefined && !schema["x-source"]?.text) found.push(`${pointer} has a default without a source`);
    }
    return { found, count: fields(document).length };
  });
  assert.ok(missing.count > 40, `${missing.count} fields`);
  assert.deepEqual(missing.found, []);
  await close();
});
