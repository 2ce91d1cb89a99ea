import fc from "fast-check";
import { at as itemAt } from "../core/num/at.ts";
import { rational } from "../core/num/rational.ts";
import { fromBytes, fromUnicode, toUnicode } from "../core/vocab/text.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import type { World } from "../core/worlds/world.ts";
import { anyModelChoice, type ModelChoice, modelFile } from "./models.ts";
import {
  type Alphabet,
  anyTokenizerChoice,
  anyVocabularyPair,
  bytes,
  type Entry,
  type Relation,
  spelt,
  type TokenizerChoice,
  threeLetters,
  tokenizerFile,
  twoLetters,
} from "./vocabularies.ts";
import { MOST_WEIGHTS, type Placed, type Weights } from "./weights.ts";
import { type SideFile, type WorldFile, worldOf } from "./world-file.ts";

/** What worlds to make; everything that is left out is arbitrary. */
export interface WorldOptions {
  readonly relation?: Relation;
  readonly alphabet?: Alphabet;
  /** Most tokens drafted in a round; 3 unless told. */
  readonly lookahead?: number;
  /** Models that read their whole history, whose contexts do not close; yes unless told. */
  readonly tables?: boolean;
}

/** Whose vocabulary has a stop token. */
type Stops = "neither" | "both" | "target" | "drafter";

/** Independent laws; p = q; disjoint supports. */
type Agreement = "free" | "equal" | "opposed";

interface Choices {
  readonly entries: readonly Entry[];
  readonly stops: Stops;
  readonly tokenizers: readonly [TokenizerChoice, TokenizerChoice];
  readonly models: readonly [ModelChoice, ModelChoice];
  readonly agreement: Agreement;
  readonly prompt: readonly number[];
  readonly lookahead: number;
  readonly candidates: number;
}

/** The two stop tokens correspond by role, so their names differ. */
const STOP = { target: "<eos>", drafter: "<end>" } as const;

/** The place of the stop token's weight. */
const STOP_PLACE = MOST_WEIGHTS - 1;

/** Three is rare: the runs of a round are exponential in it. */
export function anyLookahead(most = 3): fc.Arbitrary<number> {
  return fc.constantFrom(...[1, 2, 1, 2, 1, 2, 3].filter((lookahead) => lookahead <= most));
}
export function anyCandidates(): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 3 });
}
export function anyStops(relation?: Relation): fc.Arbitrary<Stops> {
  return relation === "same"
    ? fc.constantFrom("neither", "both")
    : fc.constantFrom("neither", "neither", "both", "both", "target", "drafter");
}

/** A whole world, as the plain file that a person would write. */
export function anyWorld(options: WorldOptions = {}): fc.Arbitrary<WorldFile> {
  const { alphabet } = options;
  if (alphabet === undefined) {
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 6, arbitrary: anyWorld({ ...options, alphabet: twoLetters }) },
      { weight: 1, arbitrary: anyWorld({ ...options, alphabet: threeLetters }) },
      { weight: 1, arbitrary: anyWorld({ ...options, alphabet: bytes }) },
    );
  }
  const model = anyModelChoice(options.tables ?? true);
  return fc
    .record<Choices>({
      entries: anyVocabularyPair(alphabet, options.relation),
      stops: anyStops(options.relation),
      tokenizers: fc.tuple(anyTokenizerChoice(), anyTokenizerChoice()),
      models: fc.tuple(model, model),
      agreement: fc.constantFrom("free", "free", "free", "equal", "opposed"),
      prompt: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
      lookahead: anyLookahead(options.lookahead),
      candidates: anyCandidates(),
    })
    .map((choices) => worldFile(alphabet, choices));
}

/** The world file of some choices: the prompt is cut until the target can spell it. */
const worldFile = (alphabet: Alphabet, choices: Choices): WorldFile => {
  const side = (name: "target" | "drafter"): { words: Entry["word"][]; labels: Placed[] } => {
    const mine = choices.entries.flatMap(({ word, of }, place) =>
      of === "both" || of === name ? [{ word, label: spelt(word), place }] : [],
    );
    const stop = choices.stops === "both" || choices.stops === name ? [{ label: STOP[name], place: STOP_PLACE }] : [];
    const placed = mine.map(({ label, place }) => ({ label, place }));
    return {
      words: mine.map(({ word }) => word),
      labels: name === "target" ? [...placed, ...stop] : [...stop, ...placed],
    };
  };
  const sides = { target: side("target"), drafter: side("drafter") };

  const sideFile = (name: "target" | "drafter", prompt: readonly string[]): SideFile => {
    const { words, labels } = sides[name];
    const at = name === "target" ? 0 : 1;
    const stops = labels.some(({ label }) => label === STOP[name]);
    return {
      vocabulary: labels.map(({ label }) => label),
      eos: stops ? STOP[name] : null,
      ...(alphabet.bytes === undefined ? {} : { bytes: alphabet.bytes }),
      tokenizer: tokenizerFile(words, choices.tokenizers[at]),
      model: modelFile(at === 0 ? choices.models[0] : agreeing(choices), labels, prompt),
    };
  };
  const file = (prompt: string, before: Record<"target" | "drafter", readonly string[]>): WorldFile => ({
    format: "lossless-world/1",
    name: "generated",
    prompt,
    lookahead: choices.lookahead,
    candidates: choices.candidates,
    target: sideFile("target", before.target),
    drafter: sideFile("drafter", before.drafter),
  });

  for (let length = choices.prompt.length; ; length--) {
    const { words } = sides.target;
    const written = choices.prompt.slice(0, length).map((n) => spelt(itemAt(words, n % words.length)));
    const prompt = promptText(alphabet, written.join(""));
    const skeleton = prompt === undefined ? undefined : parsed(file(prompt, { target: [], drafter: [] }));
    if (skeleton === undefined) continue;
    const { target, drafter } = skeleton;
    const text = fromUnicode(prompt as string);
    return file(prompt as string, {
      target: target.tokenizer.encode(text).map((token) => target.tokenizer.vocabulary.label(token)),
      drafter: drafter.tokenizer.encodeDropping(text).map((token) => drafter.tokenizer.vocabulary.label(token)),
    });
  }
};

/** The drafter's model: its own, the target's, or one that never draws what the target may draw. */
const agreeing = ({ models: [target, drafter], agreement }: Choices): ModelChoice => {
  if (agreement === "free") return drafter;
  if (agreement === "equal") return target;
  const opposite = (weights: Weights): Weights => weights.map((weight) => (weight === 0 ? 1 : 0));
  const rows = target.rows.map((row) => ({ ...row, weights: opposite(row.weights) }));
  return { ...target, rows, otherwise: opposite(target.otherwise) };
};

/** A prompt is always written in characters; bytes that are none make no prompt. */
const promptText = (alphabet: Alphabet, written: string): string | undefined => {
  if (alphabet.bytes === undefined) return written;
  const pairs = written.match(/../g) ?? [];
  return toUnicode(fromBytes(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))));
};

/** The world, or undefined where the target cannot spell the prompt. */
const parsed = (file: WorldFile): World<unknown> | undefined => {
  try {
    return worldOf(rational, file) as World<unknown>;
  } catch (error) {
    if (error instanceof BadInput && file.prompt !== "") return undefined;
    throw error;
  }
};
