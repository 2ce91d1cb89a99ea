import { type Token, tokensOf } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";

/** T ∪ D as numbers: the target's tokens keep theirs, those that only the drafter has follow. */
export interface Numbering {
  readonly size: number;
  readonly targetTokens: readonly number[];
  readonly drafterTokens: readonly number[];
  ofDrafter(token: Token<"drafter">): number;
  toTarget(number: number): Token<"target"> | undefined;
  toDrafter(number: number): Token<"drafter"> | undefined;
}

/** The numbering of a world's T ∪ D. Where the vocabularies are one, it is the target's. */
export function numbering<W>({ target, drafter, shared }: World<W>): Numbering {
  const { size } = target.tokenizer.vocabulary;
  const drafterTokens = tokensOf(drafter.tokenizer.vocabulary);
  const alone = drafterTokens.filter((token) => shared.toTarget(token) === undefined);
  const ofDrafter = (token: Token<"drafter">): number => shared.toTarget(token) ?? size + alone.indexOf(token);
  return {
    size: size + alone.length,
    targetTokens: tokensOf(target.tokenizer.vocabulary),
    drafterTokens: drafterTokens.map(ofDrafter).sort((a, b) => a - b),
    ofDrafter,
    toTarget: (number) => (number < size ? (number as Token<"target">) : undefined),
    toDrafter: (number) => (number < size ? shared.toDrafter(number as Token<"target">) : alone[number - size]),
  };
}
