import { tokensOf } from "../../src/core/vocab/vocabulary.ts";
import { contextsOfToken } from "../../src/experiments/measures/contexts-of-token.ts";
import { overlap } from "../../src/pairs/profile/overlap.ts";
import { type PaperFigure, paperFigures } from "../../src/pairs/profile/paper.ts";
import { openTokenizer } from "../../src/pairs/tokenizer-files/open-tokenizer.ts";

/** Mean numbers of drafter contexts on the way to a token, over the tokens of one length. */
export interface CostAtLength {
  readonly bytes: number;
  readonly tokens: number;
  readonly text: number;
  readonly lastToken: number;
  readonly history: number;
}

/** Of each length, at most this many tokens are looked at, evenly spaced. */
const MOST = 60;

/** The contexts of one vocabulary's tokens in another, by length from 1 to 16 bytes. */
export const psiCostByLength = async (target: string, drafter: string): Promise<CostAtLength[]> => {
  const { vocabulary: words } = await openTokenizer("target", target);
  const { vocabulary: pieces } = drafter === target ? { vocabulary: words } : await openTokenizer("drafter", drafter);
  const texts = [...new Set(tokensOf(words).map((token) => words.text(token)))];
  return Array.from({ length: 16 }, (_, at) => {
    const of = texts.filter((text) => text.length === at + 1);
    const step = Math.ceil(of.length / MOST);
    const counts = of.filter((_, i) => i % step === 0).map((text) => contextsOfToken(pieces, text));
    const spelled = counts.filter(({ text }) => text > 0);
    const mean = (value: (count: (typeof spelled)[number]) => number): number =>
      spelled.reduce((total, count) => total + value(count), 0) / spelled.length;
    return {
      bytes: at + 1,
      tokens: spelled.length,
      text: mean(({ text }) => text),
      lastToken: mean(({ lastToken }) => lastToken),
      history: mean(({ history }) => Number(history)),
    };
  });
};

/** The paper's figures on Qwen's vocabulary beside those measured here. */
export const tableFive = async (): Promise<PaperFigure[]> => {
  const [target, drafter] = [await openTokenizer("target", "qwen3"), await openTokenizer("drafter", "qwen3")];
  return paperFigures(target, drafter, overlap(target.vocabulary, drafter.vocabulary));
};
