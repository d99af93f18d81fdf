import { css } from "lit";

/** How controls look, in every element of the page. */
export const controls = css`
  :host { display: block; }
  *, *::before, *::after { box-sizing: border-box; }
  input, select, textarea, button { font: inherit; color: inherit; }
  :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: var(--radius); }

  input[type="text"], select, textarea {
    padding: var(--space-0) var(--space-2); min-height: 30px; min-width: 0; border: 1px solid var(--line-strong); border-radius: var(--radius);
    background: var(--surface);
  }
  input[type="text"] { text-align: right; font-variant-numeric: tabular-nums; }
  input[type="text"]::placeholder { color: var(--ink-soft); opacity: 1; }
  input[aria-invalid="true"] { border-color: var(--problem); box-shadow: inset 0 0 0 1px var(--problem); }
  textarea { width: 100%; text-align: left; resize: vertical; }

  input[type="range"] {
    appearance: none; width: 100%; height: 24px; margin: 0; background: none; cursor: pointer; touch-action: pan-y;
  }
  input[type="range"]::-webkit-slider-runnable-track {
    height: 4px; border-radius: 2px;
    background: linear-gradient(to right, var(--accent) var(--filled), var(--line) var(--filled));
  }
  input[type="range"]::-moz-range-track { height: 4px; border-radius: 2px; background: var(--line); }
  input[type="range"]::-moz-range-progress { height: 4px; border-radius: 2px; background: var(--accent); }
  input[type="range"]::-webkit-slider-thumb {
    appearance: none; width: 16px; height: 16px; margin-top: -6px; border-radius: 50%; background: var(--accent);
    border: 2px solid var(--surface); box-shadow: 0 0 0 1px var(--accent);
  }
  input[type="range"]::-moz-range-thumb {
    width: 12px; height: 12px; border-radius: 50%; background: var(--accent); border: 2px solid var(--surface); box-shadow: 0 0 0 1px var(--accent);
  }
  input[type="range"].standing::-webkit-slider-thumb { background: var(--surface); border-color: var(--surface); box-shadow: 0 0 0 1.5px var(--line-strong); }
  input[type="range"].standing::-webkit-slider-runnable-track { background: linear-gradient(to right, var(--line-strong) var(--filled), var(--line) var(--filled)); }

  input[role="switch"] {
    appearance: none; flex: none; width: 36px; height: 20px; margin: var(--space-0) 0; border-radius: var(--radius-large); background: var(--surface); border: 1.5px solid var(--line-strong);
    position: relative; cursor: pointer;
  }
  input[role="switch"]::after {
    content: ""; position: absolute; top: 2.5px; left: 3px; width: 12px; height: 12px; border-radius: 50%; background: var(--line-strong);
  }
  input[role="switch"]:checked { background: var(--accent); border-color: var(--accent); }
  input[role="switch"]:checked::after { left: 18px; background: var(--surface); }

  .name { display: inline-flex; align-items: center; gap: var(--space-1); }
  .line { display: flex; align-items: center; justify-content: space-between; gap: var(--space-2); }
  .about {
    flex: none; width: 24px; height: 24px; padding: 0; border: 0; background: none; color: var(--ink-soft); cursor: pointer; position: relative;
  }
  .about::after {
    content: "i"; display: block; width: 15px; height: 15px; margin: auto; border: 1px solid var(--line-strong); border-radius: 50%;
    font: 600 0.68em/13px var(--type-face); text-align: center;
  }
  .about:hover::after, .about[aria-expanded="true"]::after { background: var(--accent); border-color: var(--accent); color: var(--surface); }
  .note {
    margin-top: var(--space-1); padding: var(--space-2) var(--space-3); border-left: 3px solid var(--accent); background: var(--accent-soft);
    font-size: var(--type-small); border-radius: 0 var(--radius) var(--radius) 0; overflow-wrap: anywhere;
  }
  .note p { margin: 0 0 var(--space-1); }
  .problem { margin: var(--space-1) 0 0; color: var(--problem); font-size: var(--type-small); }
  .chip {
    display: inline-block; padding: 0 var(--space-1); border: 1px solid currentColor; border-radius: var(--radius-large); font-size: var(--type-tiny); line-height: 1.5; font-weight: 600;
  }
  .chip.published, .chip.calibrated { color: var(--accent); }
  .chip.recurring, .chip.assumption { color: var(--ink-soft); }

  button { cursor: pointer; }
  button:disabled { opacity: 0.5; cursor: default; }
  .plain { border: 0; background: none; padding: 0; color: var(--accent); text-decoration: underline; text-underline-offset: 2px; min-width: 24px; min-height: 24px; }
  .quiet { border: 1px solid var(--line-strong); background: var(--surface); border-radius: var(--radius); padding: var(--space-0) var(--space-2); min-height: 30px; }
  .quiet:hover:not(:disabled) { background: var(--accent-soft); border-color: var(--accent); }
  .icon { width: 28px; height: 28px; padding: 0; border: 0; background: none; border-radius: var(--radius); color: var(--ink-soft); font-size: var(--type-heading); line-height: 1; }
  .icon:hover { background: var(--problem-soft); color: var(--problem); }

  summary { cursor: pointer; color: var(--accent); min-height: 24px; }
  summary .hint { color: var(--ink-soft); }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  @media (pointer: coarse) {
    input[type="range"] { height: 32px; }
    input[type="range"]::-webkit-slider-thumb { width: 22px; height: 22px; margin-top: -9px; }
    input[role="switch"] { width: 44px; height: 24px; border-radius: 12px; }
    input[role="switch"]::after { top: 3.5px; left: 4px; width: 14px; height: 14px; }
    input[role="switch"]:checked::after { left: 23px; }
  }
`;
