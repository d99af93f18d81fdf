/** How each line of the charts looks. What you hold is drawn solid; a hedge layer has a dash of its own besides its colour. */
export interface Look {
  colour: string;
  dash?: string;
  width: number;
}

export const poolLook: Look = { colour: "var(--series-pool)", width: 2 };
export const totalLook: Look = { colour: "var(--series-total)", width: 3 };

const dashes = ["7 3", "2 3", "9 3 2 3", "4 2", "1 2", "12 3"];

export const layerLook = (index: number): Look => ({
  colour: `var(--series-${(index % 6) + 1})`,
  dash: dashes[index % dashes.length],
  width: 2,
});
