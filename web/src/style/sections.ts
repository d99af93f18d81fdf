import { css } from "lit";

/** How a part of the answer looks that has a heading of its own. */
export const sections = css`
  h2 { margin: 0; padding-top: var(--space-3); border-top: 1px solid var(--line-strong); font-size: var(--type-heading); font-weight: 650; letter-spacing: -0.01em; }
  .lead { margin: var(--space-1) 0 var(--space-3); max-width: 82ch; text-wrap: pretty; }
  .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 350px), 1fr)); gap: var(--space-4) var(--space-5); --title-lines: 2.6em; }
  dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: var(--space-2) var(--space-4); margin: var(--space-3) 0 var(--space-4); font-variant-numeric: tabular-nums; }
  .facts dt { color: var(--ink-soft); font-size: var(--type-small); }
  .facts dd { margin: 0; font-weight: 600; }
  .facts dd small { display: block; font-weight: 400; color: var(--ink-soft); font-size: var(--type-small); }
  @media (max-width: 899px) {
    dl.facts { grid-template-columns: 1fr 1fr; gap: var(--space-2) var(--space-3); }
    .pair { --title-lines: 0; }
  }
`;
