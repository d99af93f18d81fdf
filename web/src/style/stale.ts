import { css } from "lit";

/** An answer to an earlier scenario than the one in the form: grey rather than faint, so that it can still be read. */
export const staleness = css`
  .stale { --ink: var(--ink-stale); --ink-soft: var(--ink-stale); color: var(--ink); filter: grayscale(1); }
`;
