import type { WireWorld } from "./wire-world.ts";

/** The protocol's name and version; every message is one JSON object on one line, told apart by its `type`. */
export const PROTOCOL = "lossless-check/1";

/** The longest line either side may send, in bytes. */
export const LONGEST_LINE = 2 ** 20;

/** The most sequences in one run. */
export const MOST_SEQUENCES = 256;

/** The most forward passes of one side that one sequence may have taken. */
export const MOST_PASSES = 2 ** 20;

/** What an adapter says of itself, at once. */
export interface Hello {
  readonly name: string;
  readonly version: string;
  readonly algorithms: readonly string[];
  /** Can it decode the tables that the harness sends? Without, the harness asks `score` for the law. */
  readonly tables: boolean;
  /** Can its models depend on the position? */
  readonly positions: boolean;
  readonly maxOrder: number;
  readonly maxVocabulary: number;
  readonly maxBatch: number;
  readonly maxLookahead: number;
  readonly dtype: string;
  /** Does the engine compute with logits, so that an offset common to all of them reaches its arithmetic? */
  readonly logits: boolean;
  /** What a seed governs: each sequence, a whole run, or nothing. */
  readonly seeds: "sample" | "run" | "none";
  /** The number of ids of models without tables; logits behind them are padding. Unless given, every logit is a token's. */
  readonly vocabulary?: number;
  /** The most stop tokens in one run. */
  readonly stops: number;
  /** What may be done to the target's logits, of `bias`, `presence`, `minP`, and to the drafter's, of `drafterTopK`. */
  readonly processors: readonly string[];
  /** Does it report `[proposed, accepted]` for each round? */
  readonly rounds: boolean;
  /** Does it answer `score`? */
  readonly score: boolean;
}

/** What an engine does to logits before it samples: where it is the target's, the law that is tested changes with it. */
export interface Processors {
  /** Added to the logit of a token, by id. */
  readonly bias?: Readonly<Record<string, number>>;
  /** Subtracted from the logit of every token that was already emitted. */
  readonly presence?: number;
  /** Tokens less likely than this share of the likeliest are forbidden. */
  readonly minP?: number;
  /** Drafts come from so many likeliest tokens of the drafter. The target's law stays, so what is tested does too. */
  readonly drafterTopK?: number;
}

/** What is to be sampled: sequence i continues `prompts[i mod prompts.length]`, and one call makes one of each prompt. */
export interface RunRequest {
  readonly run: string;
  readonly world: string;
  readonly algorithm: string;
  readonly count: number;
  /** One number below 2^53 for each sequence; null where the sequence is not to be seeded. */
  readonly seed: readonly (number | null)[];
  readonly lookahead: number;
  readonly budget: number;
  readonly temperature: number;
  readonly stops: readonly number[];
  readonly prompts: readonly (readonly number[])[];
  readonly processors: Processors;
  /** The most sequences in one `samples` message. */
  readonly chunk: number;
}

export type ToAdapter =
  | { readonly type: "world"; readonly id: string; readonly world: WireWorld | null }
  | ({ readonly type: "run" } & RunRequest)
  | {
      readonly type: "score";
      readonly id: string;
      readonly world: string;
      readonly side: "target" | "drafter";
      readonly contexts: readonly (readonly number[])[];
    }
  | { readonly type: "ping" | "pong" | "bye" };

/** `[proposed, accepted]` of each round of one sequence; accepted tokens are among those that were emitted. */
export type Rounds = readonly (readonly [number, number])[];

export interface Samples {
  readonly type: "samples";
  readonly run: string;
  /** The number of the first sequence of this message. */
  readonly first: number;
  /** As sent: ids are checked where they are judged, since a wrong id is a finding and not a broken message. */
  readonly tokens: readonly (readonly unknown[])[];
  readonly rounds?: readonly Rounds[];
  /** Forward passes of the target and of the drafter. */
  readonly calls?: readonly [number, number];
}

export type FromAdapter =
  | ({ readonly type: "hello" } & Hello)
  | { readonly type: "ready"; readonly id: string }
  | { readonly type: "refused"; readonly id: string; readonly message: string }
  | Samples
  | { readonly type: "done"; readonly run: string; readonly count: number }
  | { readonly type: "scores"; readonly id: string; readonly rows: readonly (readonly number[])[] }
  | { readonly type: "error"; readonly run: string; readonly sample: number; readonly message: string }
  | { readonly type: "ping" | "pong" | "bye" };
