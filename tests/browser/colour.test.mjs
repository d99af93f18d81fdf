// The lines of a chart are told apart by people who see colours otherwise, and its words can be read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

const tokens = readFileSync(new URL("../../web/src/style/tokens.css", import.meta.url), "utf8");
const themes = ["light", "dark"];

/** A token's colour in a theme, linear RGB from 0 to 1. */
function colour(name, theme) {
  const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens);
  assert.ok(found, name);
  const hex = found[1 + themes.indexOf(theme)];
  return [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
}

const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/**
 * What people see who lack one kind of cone, on linear RGB: Machado, Oliveira, Fernandes, "A physiologically-based model for simulation
 * of color vision deficiency", IEEE Transactions on Visualization and Computer Graphics 2009, table 1, severity 1.0.
 */
const sights = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const seen = (rgb, matrix) => matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, part, index) => sum + part * rgb[index], 0))));

/** CIELAB under D65 (CIE 15:2004). */
function lab([r, g, b]) {
  const xyz = [0.4124564 * r + 0.3575761 * g + 0.1804375 * b, 0.2126729 * r + 0.7151522 * g + 0.072175 * b, 0.0193339 * r + 0.119192 * g + 0.9503041 * b];
  const [x, y, z] = xyz.map((value, index) => value / [0.95047, 1, 1.08883][index]).map((t) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 distance; 2.3 is just noticeable (Mahy, Van Eycken, Oosterlinck 1994). */
const distance = (one, other) => Math.hypot(...lab(one).map((part, index) => part - lab(other)[index]));

/** What stands in one chart: pool, the whole, and the first layers, which is as many as most books have. */
const together = ["series-pool", "ink", "series-1", "series-2", "series-3"];
const layers = ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"];

/** Four times what is just noticeable, for thin lines side by side. */
const apart = 9.2;

describe("colours of lines", () => {
  for (const theme of themes) {
    for (const [sight, matrix] of Object.entries(sights)) {
      test(`are told apart in the ${theme} theme with ${sight === "normal" ? "normal sight" : sight}`, () => {
        const near = [];
        together.forEach((one, index) => {
          for (const other of together.slice(index + 1)) {
            const far = distance(seen(colour(one, theme), matrix), seen(colour(other, theme), matrix));
            if (far < apart) near.push(`${one} and ${other}: ${far.toFixed(1)}`);
          }
        });
        assert.deepEqual(near, []);
      });
    }
  }

  test("of layers that look alike to anyone have dashes of their own", () => {
    const looks = readFileSync(new URL("../../web/src/answer/looks.ts", import.meta.url), "utf8");
    const dashes = JSON.parse(/const dashes = (\[.*\]);/.exec(looks)[1]);
    assert.equal(new Set(dashes).size, layers.length);
  });

  test("stand out from the paper: 3 to 1 for lines, 4.5 to 1 for words (WCAG 2.2, 1.4.11 and 1.4.3)", () => {
    const light = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
    const contrast = (one, other) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
    for (const theme of themes) {
      for (const name of ["series-pool", ...layers, "ink", "ink-soft", "accent", "problem"]) {
        assert.ok(contrast(colour(name, theme), colour("paper", theme)) >= 4.5, `${name}, ${theme}: ${contrast(colour(name, theme), colour("paper", theme)).toFixed(2)}`);
      }
    }
  });
});

test("the measure is right: what protanopes famously confuse comes out near, black and white 100 apart", () => {
  assert.ok(Math.abs(distance([0, 0, 0], [1, 1, 1]) - 100) < 0.01);
  for (const matrix of Object.values(sights)) for (const row of matrix) assert.ok(Math.abs(row.reduce((sum, part) => sum + part) - 1) < 2e-5, "grey stays grey");
  // Confusion pair of protanopia: a dark red and a dark brownish green.
  const red = [linear(0.6), 0, 0].map(Number);
  const dark = seen(red, sights.protanopia);
  assert.ok(distance(seen(dark, sights.protanopia), dark) < distance(red, dark));
});
