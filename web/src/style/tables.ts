import { css } from "lit";

import { controls } from "./controls";

/** How a table of numbers looks: small, aligned by digit, its first column in sight while the rest scrolls. */
export const tables = [
  controls,
  css`
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: var(--type-small); }
    th, td { padding: var(--space-0) var(--space-2); text-align: right; white-space: nowrap; font-weight: 400; border-bottom: 1px solid var(--line); }
    th:first-child, td:first-child { text-align: left; padding-left: 0; position: sticky; left: 0; background: var(--paper); }
    thead th { color: var(--ink-soft); vertical-align: bottom; border-bottom-color: var(--line-strong); }
  `,
];
