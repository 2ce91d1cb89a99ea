import { printable } from "../../core/vocab/printable.ts";
import { fromUnicode } from "../../core/vocab/text.ts";
import type { OpenTokenizer } from "../tokenizer-files/open-tokenizer.ts";
import { type Advice, advise } from "./advice.ts";
import { type Overlap, overlap } from "./overlap.ts";
import { type PaperFigure, paperFigures } from "./paper.ts";
import { type PsiCost, psiCost } from "./psi-cost.ts";
import { type RoundTrip, roundTrip } from "./round-trip.ts";
import { profileVocabulary, textTokens, type VocabularyProfile } from "./vocabulary-profile.ts";

/** All that is measured of a pair of real tokenizers. */
export interface PairProfile {
  readonly target: VocabularyProfile;
  readonly drafter: VocabularyProfile;
  readonly sameVocabulary: boolean;
  readonly shared: Overlap;
  /** Of the target's distinct tokens, as texts to be drafted. */
  readonly psi: PsiCost;
  /** Of the word `hello`, the paper's example. */
  readonly hello: PsiCost;
  readonly roundTrip: { readonly target: RoundTrip; readonly drafter: RoundTrip };
  readonly advice: readonly Advice[];
  readonly paper: readonly PaperFigure[];
}

/** Measures a pair; `report` is told what is being done. */
export function profilePair(
  target: OpenTokenizer<"target">,
  drafter: OpenTokenizer<"drafter">,
  report: (doing: string) => void,
): PairProfile {
  const [t, d] = [target.vocabulary, drafter.vocabulary];
  const stopOf = ({ eos, pieces }: typeof t | typeof d): string | undefined => (eos === null ? undefined : pieces[eos]);
  const sameVocabulary =
    t.size === d.size && stopOf(t) === stopOf(d) && t.pieces.every((piece, id) => piece === d.pieces[id]);
  report("counting segmentations");
  const distinct = textTokens(t).filter((token) => t.find(t.text(token)) === token);
  const psi = psiCost(
    d,
    distinct.map((token) => t.text(token)),
  );
  report("comparing vocabularies");
  const shared = overlap(t, d);
  report(`sending tokens of ${printable(target.name)} to text and back`);
  const targetTrip = roundTrip(target);
  report(`sending tokens of ${printable(drafter.name)} to text and back`);
  const drafterTrip = roundTrip(drafter);
  report("comparing with the paper");
  return {
    target: profileVocabulary(target),
    drafter: profileVocabulary(drafter),
    sameVocabulary,
    shared,
    psi,
    hello: psiCost(d, [fromUnicode("hello")]),
    roundTrip: { target: targetTrip, drafter: drafterTrip },
    advice: advise(sameVocabulary, shared, psi, targetTrip),
    paper: paperFigures(target, drafter, shared),
  };
}
