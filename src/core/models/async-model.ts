import type { Dist } from "../law/dist.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { LanguageModel } from "./model.ts";

/** A language model whose forward passes take time: `score` promises the laws that a {@link LanguageModel} gives. */
export interface AsyncModel<W, V extends string>
  extends Pick<LanguageModel<W, V>, "tokenizer" | "order" | "period" | "state"> {
  /** The laws after `context`, after one drafted token, and so on, from one forward pass. */
  score(context: readonly Token<V>[], draft: readonly Token<V>[]): Promise<readonly Dist<W, Token<V>>[]>;
}
