import type { Evaluation, Profit } from "../border";

/** The three profits that matter: on the spike (or the worst day), in a calm month, and in the end. */
export function columnsOf(report: Evaluation): { name: string; profit: Profit }[] {
  const { spike, worst_day, calm_month, path } = report;
  const end = path.day.length - 1;
  const last = {
    pool: report.pool.profit[end] ?? 0,
    layers: report.layers.map(({ profit }) => profit[end] ?? 0),
    hedge: report.hedge[end] ?? 0,
    total: report.total[end] ?? 0,
  };
  return [
    spike ? { name: "On the spike", profit: spike.change } : { name: `Worst day, ${worst_day.day}`, profit: worst_day.change },
    { name: "A calm month", profit: calm_month },
    { name: `By day ${path.day[end]}`, profit: last },
  ];
}
