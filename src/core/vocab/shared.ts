import { type Keeper, keeper } from "../law/restrict.ts";
import { type Token, tokensOf, type Vocabulary } from "./vocabulary.ts";

/** $T \cap D$ as a bijection: tokens with the same bytes, and the two stop tokens, which correspond by role. */
export interface Shared {
  readonly size: number;
  /** Same strings and same stop role: what `sd` and its variants need. */
  readonly sameVocabulary: boolean;
  toDrafter(token: Token<"target">): Token<"drafter"> | undefined;
  toTarget(token: Token<"drafter">): Token<"target"> | undefined;
  /** Keeps of drafter's laws what is in $T \cap D$, and remembers which tokens of a support these are. */
  readonly inTarget: Keeper<Token<"drafter">>;
}

/** The intersection of a target's and a drafter's vocabulary. */
export function shared(target: Vocabulary<"target">, drafter: Vocabulary<"drafter">): Shared {
  const toDrafter: (Token<"drafter"> | undefined)[] = new Array(target.size).fill(undefined);
  const toTarget: (Token<"target"> | undefined)[] = new Array(drafter.size).fill(undefined);
  let size = 0;
  for (const token of tokensOf(target)) {
    // Of several tokens with the same bytes, the one that tokenising yields stands for them.
    if (token !== target.eos && target.find(target.text(token)) !== token) continue;
    const image = token === target.eos ? drafter.eos : drafter.find(target.text(token));
    if (image === null || image === undefined || toTarget[image] !== undefined) continue;
    toDrafter[token] = image;
    toTarget[image] = token;
    size++;
  }
  return {
    size,
    sameVocabulary: size === target.size && size === drafter.size && (target.eos === null) === (drafter.eos === null),
    toDrafter: (token) => toDrafter[token],
    toTarget: (token) => toTarget[token],
    inTarget: keeper((token) => toTarget[token] !== undefined),
  };
}
