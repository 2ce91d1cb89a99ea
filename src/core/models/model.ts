import type { Dist } from "../law/dist.ts";
import { Remembering } from "../law/remembering.ts";
import type { Tokenizer } from "../vocab/tokenizer.ts";
import type { Token } from "../vocab/vocabulary.ts";

/** The laws of one pass: the law after the first `at` tokens of its draft. */
export type Scored<W, V extends string> = (at: number) => Dist<W, Token<V>>;

/** A next-token law for every context, over one vocabulary. */
export interface LanguageModel<W, V extends string> {
  readonly tokenizer: Tokenizer<V>;
  /** The number of last tokens its laws depend on; infinite when they may depend on all. */
  readonly order: number;
  /** Its laws depend on the number of tokens before them only modulo this number; 1 when they do not. */
  readonly period: number;
  next(context: readonly Token<V>[]): Dist<W, Token<V>>;
  /**
   * The laws after `context` and the first `at` tokens of a draft, for every `at` from 0 to `draft.length`, from **one**
   * forward pass.
   *
   * @throws RangeError where a law beyond the draft is asked for.
   */
  score(context: readonly Token<V>[], draft: readonly Token<V>[]): Scored<W, V>;
  /** Names all that the laws after `context`, and after anything appended to it, depend on. */
  state(context: readonly Token<V>[]): string;
}

/** The law after the first `length` tokens of a context, computed when it is first looked at. */
class LazyNext<W, V extends string> extends Remembering implements Dist<W, Token<V>> {
  #law: Dist<W, Token<V>> | undefined;
  readonly #next: LanguageModel<W, V>["next"];
  readonly #context: readonly Token<V>[];
  readonly #length: number;

  constructor(next: LanguageModel<W, V>["next"], context: readonly Token<V>[], length: number) {
    super();
    this.#next = next;
    this.#context = context;
    this.#length = length;
  }
  #force(): Dist<W, Token<V>> {
    const next = this.#next;
    this.#law ??= next(this.#context.slice(0, this.#length));
    return this.#law;
  }
  get support(): readonly Token<V>[] {
    return this.#force().support;
  }
  get weights(): readonly W[] | undefined {
    return this.#force().weights;
  }
  weight(token: Token<V>): W {
    return this.#force().weight(token);
  }
}

/**
 * `score` for a model whose laws cost nothing, from the law after the first `length` of some tokens.
 *
 * The last answer is kept: an enumeration verifies one draft many times before it turns to the next.
 */
export function scoreBy<W, V extends string>(
  lawAfter: (tokens: readonly Token<V>[], length: number) => Dist<W, Token<V>>,
): LanguageModel<W, V>["score"] {
  let lastContext: readonly Token<V>[] | undefined;
  let lastDraft: readonly Token<V>[] = [];
  let lastAnswer: Scored<W, V> | undefined;
  return (context, draft) => {
    if (lastAnswer !== undefined && context === lastContext && same(draft, lastDraft)) return lastAnswer;
    const whole = context.concat(draft);
    const laws: Dist<W, Token<V>>[] = [];
    for (let length = context.length; length <= whole.length; length++) laws.push(lawAfter(whole, length));
    lastContext = context;
    lastDraft = draft;
    lastAnswer = scored(laws);
    return lastAnswer;
  };
}

/** The laws of one pass, by how much of the draft they come after. */
export function scored<W, V extends string>(laws: readonly Dist<W, Token<V>>[]): Scored<W, V> {
  return (at) => {
    const law = laws[at];
    if (law === undefined) throw new RangeError(`found the law ${at} of a pass, expected 0 to ${laws.length - 1}`);
    return law;
  };
}

/** `score` for a model that has only `next`: one lazy `next` a position. */
export function scoreByNext<W, V extends string>(next: LanguageModel<W, V>["next"]): LanguageModel<W, V>["score"] {
  return scoreBy((tokens, length) => new LazyNext(next, tokens, length));
}

const same = <A>(a: readonly A[], b: readonly A[]): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};
