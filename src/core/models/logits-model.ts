import { type Dist, lazyDist, pointMass } from "../law/dist.ts";
import type { Field } from "../num/field.ts";
import { sequenceKey } from "../vocab/sequence-key.ts";
import type { Tokenizer } from "../vocab/tokenizer.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { AsyncModel } from "./async-model.ts";
import { scored } from "./model.ts";
import { idsBelow, type Sampling, samplingLaw } from "./sampling-law.ts";
import type { WholeLaw } from "./whole-law.ts";

/** What computes next-token logits: a network on the ids it has read. */
export interface LogitsSource {
  readonly file: string;
  /** Forward passes so far. */
  readonly passes: number;
  /** Most ids it can read; the law after that many is the last it has. */
  readonly positions: number;
  /**
   * Logits after `ids` without its last `count - 1`, and so on up to all of `ids`: `count` rows from one pass. At least
   * one id must come before the first row.
   */
  rows(ids: readonly number[], count: number): Promise<readonly Float32Array[]>;
}

/** How a model reads what it is given. */
export interface Reading {
  readonly sampling: Sampling;
  /** Ids put before every context: the begin token of models that were trained with one. */
  readonly prefix: readonly number[];
  /** The id that stands for an empty context, which gives a network nothing to read. */
  readonly blank: number;
  /**
   * Past its positions a model reads only the last tokens: the window moves on by half of the positions, so that its
   * cache serves long. Without it, the laws beyond are point masses that nobody may look at as the model's.
   */
  readonly slides: boolean;
}

/** The window of a context without tokens. */
const EMPTY = -1;

/** The asynchronous language model over a source of logits, in the field that `law` writes its laws in. */
export function logitsModel<W, V extends string>(
  field: Field<W>,
  tokenizer: Tokenizer<V>,
  source: LogitsSource,
  { sampling, prefix, blank, slides }: Reading,
  law: (whole: WholeLaw) => Dist<W, Token<V>>,
): AsyncModel<W, V> {
  const { size, eos } = tokenizer.vocabulary;
  const ids = idsBelow(size);
  const room = source.positions - prefix.length;
  const half = Math.floor(room / 2);
  /** Where the window of a context of this length begins; an empty one is read as a context of its own. */
  const begin = (length: number): number => {
    if (length === 0 && prefix.length === 0) return EMPTY;
    return length <= room ? 0 : Math.ceil((length - room) / half) * half;
  };

  /** The last `count` rows of a context; those whose windows begin elsewhere are read by a pass of their own. */
  const rows = async (context: readonly Token<V>[], count: number): Promise<readonly Float32Array[]> => {
    const first = context.length - count + 1;
    const from = begin(context.length);
    if (begin(first) !== from) {
      let last = first;
      while (begin(last + 1) === begin(first)) last++;
      const head = await rows(context.slice(0, last), last - first + 1);
      return [...head, ...(await rows(context, context.length - last))];
    }
    return source.rows(from === EMPTY ? [blank] : [...prefix, ...context.slice(from)], count);
  };

  return {
    tokenizer,
    order: Number.POSITIVE_INFINITY,
    period: 1,
    state: sequenceKey,
    score: async (context, draft) => {
      const whole = [...context, ...draft];
      const readable = slides ? whole.length : Math.min(whole.length, room);
      const found =
        readable < context.length ? [] : await rows(whole.slice(0, readable), readable - context.length + 1);
      const laws = Array.from({ length: draft.length + 1 }, (_, at) => {
        const logits = found[at];
        if (logits === undefined) return pointMass(field, (eos ?? 0) as Token<V>);
        return lazyDist(() =>
          law(samplingLaw(logits, ids, sampling, whole.slice(0, context.length + at), source.file)),
        );
      });
      return scored(laws);
    },
  };
}
