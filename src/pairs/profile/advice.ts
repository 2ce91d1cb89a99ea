import { percent, short } from "./numbers.ts";
import type { Overlap } from "./overlap.ts";
import type { PsiCost } from "./psi-cost.ts";
import type { RoundTrip } from "./round-trip.ts";

/** One algorithm for this pair, the most suitable first. */
export interface Advice {
  readonly algorithm: string;
  readonly suits: "best" | "possible" | "no";
  /** The reason, with its numbers. */
  readonly why: string;
}

/** Passes a drafter can be asked for in a round before it stops being the cheap model; the paper drafts about 5 tokens. */
const AFFORDABLE_PASSES = 8n;

/** Above this share of T, drafting from T ∩ D leaves little that the target wants and the drafter may not propose. */
const LARGE_SHARE = 0.5;

/** Which algorithms suit a pair, from what was measured. All of them are lossless; they differ in speed. */
export function advise(sameVocabulary: boolean, shared: Overlap, psi: PsiCost, targetTrip: RoundTrip): Advice[] {
  const large = shared.ofTarget >= LARGE_SHARE;
  const share = `T ∩ D is ${percent(shared.ofTarget)} of T and ${percent(shared.ofDrafter)} of D`;
  const back = percent(targetTrip.sameToken / targetTrip.tested);
  const passes = psi.passes;
  const cheap = passes !== undefined && passes.ninetieth <= AFFORDABLE_PASSES;
  const cost =
    passes === undefined
      ? "the drafter can spell no target token"
      : `one ψ costs ${short(passes.quartiles[1])} drafter passes at the median, ${short(passes.ninetieth)} for one token in ten, ` +
        `${short(passes.max)} at most, and a rejection asks ψ of every token the target may emit`;

  const sd: Advice = sameVocabulary
    ? { algorithm: "sd", suits: "best", why: "the same strings and the same stop role: no translation is needed" }
    : { algorithm: "sd", suits: "no", why: "it needs the same vocabulary on both sides" };
  const tli: Advice = {
    algorithm: "tli",
    suits: sameVocabulary ? "possible" : large ? "best" : "possible",
    why: `${share}; target tokens outside it are never proposed, and only ever come from the residual`,
  };
  const slem: Advice = {
    algorithm: "slem",
    suits: sameVocabulary || large ? "possible" : "best",
    why:
      `it drafts with all of D and works for any pair, best at temperature 0; it accepts only where the target draws the very token, ` +
      `and ${back} of T's tokens survive the way through text`,
  };
  const slrs: Advice = { algorithm: "slrs", suits: cheap ? "possible" : "no", why: cost };
  const union: Advice = {
    algorithm: "union",
    suits: "possible",
    why: `${share}; drafts outside it are always rejected, so tli, which never makes them, accepts at least as often`,
  };
  const order = { best: 0, possible: 1, no: 2 };
  return [sd, tli, slem, slrs, union].sort((a, b) => order[a.suits] - order[b.suits]);
}
