/** The first picture: few enough to be there at once. */
export const firstPaths = 200;

/** Every stage has so many times the paths of the one before, so that all before the last cost little beside it. */
const growth = 8;

/** Paths come in blocks of this many, which a shard has whole (core/ledger/distribution.h). */
const block = 256;

/** From so many paths on a stage takes long, and is split further so that it can be seen to go on. */
const long = 100_000;
const partsOfLong = 8;

/** How many paths are simulated one time after the other, up to those that are wanted: each time all anew, for parts of one run join and runs do not. */
export function stagesTo(paths: number): number[] {
  const stages = [Math.min(firstPaths, paths)];
  for (let next = growth * block; next < paths; next *= growth) stages.push(next);
  if (paths > firstPaths) stages.push(paths);
  return stages;
}

/** Into how many shards so many paths are split for so many workers. */
export function shardsFor(paths: number, workers: number): number {
  const wanted = paths <= long ? workers : workers * Math.ceil(partsOfLong / workers);
  return Math.max(1, Math.min(wanted, Math.ceil(paths / block)));
}
