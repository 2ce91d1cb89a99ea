import { countSegmentations } from "../../core/vocab/segmentations.ts";
import type { Text } from "../../core/vocab/text.ts";
import type { Vocabulary } from "../../core/vocab/vocabulary.ts";
import { type Spread, spread } from "./spread.ts";

/** What $\psi$ costs, when some texts are what is to be drafted. */
export interface PsiCost {
  readonly segmentations: Spread<bigint> | undefined;
  readonly passes: Spread<bigint> | undefined;
  /** Texts that the drafter cannot spell: $\psi$ is zero there. */
  readonly unspellable: number;
}

/** Counts, for each text, its segmentations into drafter tokens and the drafter passes of its $\psi$. */
export function psiCost(drafter: Vocabulary<"drafter">, texts: readonly Text[]): PsiCost {
  const counts = texts.map((text) => countSegmentations(drafter, text));
  const spelled = counts.filter(({ segmentations }) => segmentations > 0n);
  return {
    segmentations: spread(spelled.map(({ segmentations }) => segmentations)),
    passes: spread(spelled.map(({ passes }) => passes)),
    unspellable: counts.length - spelled.length,
  };
}
