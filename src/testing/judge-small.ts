import { algorithms } from "../core/algorithms/registry.ts";
import { rational } from "../core/num/rational.ts";
import { hasItsAcceptance, isLossless } from "./laws.ts";
import { replay, type WorldFile, worldOf } from "./world-file.ts";

/** All algorithms that claim to be lossless, in one world: lossless, with the acceptance of their formula. */
export function judgeSmall(file: WorldFile, chosen = algorithms): { verdicts: number; wrong: string[] } {
  const world = worldOf(rational, file);
  const wrong: string[] = [];
  let verdicts = 0;
  for (const algorithm of chosen) {
    if (algorithm.lossless === false || !(algorithm.fits?.(world) ?? true)) continue;
    verdicts++;
    const complaint = isLossless(algorithm, world) ?? hasItsAcceptance(algorithm, world);
    if (complaint !== undefined) wrong.push(`${algorithm.id}: ${complaint}\n${replay(file, algorithm.id)}`);
  }
  return { verdicts, wrong };
}
