import { at } from "../../core/num/at.ts";
/**
 * Places for labels beside the ends of lines: as near to the wanted places as a gap between any two allows.
 *
 * Least squares under the order of the wanted places, by pooling neighbours that are too close; then moved into
 * `[low, high]`. All in pixels.
 */
export function spread(wanted: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => at(wanted, a) - at(wanted, b));
  const blocks: { sum: number; size: number }[] = [];
  order.forEach((i, rank) => {
    blocks.push({ sum: at(wanted, i) - rank * gap, size: 1 });
    for (;;) {
      const [before, last] = blocks.slice(-2);
      if (before === undefined || last === undefined || before.sum / before.size <= last.sum / last.size) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, size: before.size + last.size });
    }
  });
  const placed = new Array<number>(wanted.length);
  let rank = 0;
  for (const { sum, size } of blocks) {
    for (let i = 0; i < size; i++, rank++) {
      const most = high - (order.length - 1 - rank) * gap;
      placed[at(order, rank)] = Math.min(most, Math.max(low + rank * gap, sum / size + rank * gap));
    }
  }
  return placed;
}
