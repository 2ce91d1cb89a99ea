import { at } from "../../core/num/at.ts";
/**
 * Merges cells until each expects at least {@link leastExpected} samples, looking at what is expected and never at what
 * was seen.
 *
 * Cells are taken in the order of their expected counts, ties in the order of outcomes, and gathered until a group is
 * large enough; what is left over joins the last group. A test on the groups keeps its false-alarm rate because they do
 * not depend on the data.
 */
export function mergeCells(expected: readonly number[]): Groups {
  const live = expected.flatMap((mean, cell) => (mean > 0 ? [{ mean, cell }] : []));
  live.sort((a, b) => a.mean - b.mean);
  const groups: number[][] = [];
  let open: number[] = [];
  let mean = 0;
  for (const cell of live) {
    open.push(cell.cell);
    mean += cell.mean;
    if (mean >= leastExpected) {
      groups.push(open);
      open = [];
      mean = 0;
    }
  }
  if (open.length > 0) groups.push([...(groups.pop() ?? []), ...open]);
  return groups;
}

/**
 * Groups of cells that are tested as one, each a list of outcomes; outcomes that are never expected are in no group.
 */
export type Groups = readonly (readonly number[])[];

/** The expected count below which a cell is merged with others. Source: Cochran 1954, the usual rule. */
export const leastExpected = 5;

/** The sum of the values in each group. */
export function pool(values: readonly number[], groups: Groups): number[] {
  return groups.map((group) => group.reduce((sum, cell) => sum + at(values, cell), 0));
}
