import { countSegmentations } from "../../core/vocab/segmentations.ts";
import { fromUnicode } from "../../core/vocab/text.ts";
import type { OpenTokenizer } from "../tokenizer-files/open-tokenizer.ts";
import { short } from "./numbers.ts";
import type { Overlap } from "./overlap.ts";
import { psiCost } from "./psi-cost.ts";
import { recognise } from "./recognise.ts";
import { spread } from "./spread.ts";

/** A figure of Timor et al. 2025 beside the same figure measured here. */
export interface PaperFigure {
  readonly figure: string;
  readonly paper: string;
  readonly measured: string;
  readonly agrees: boolean;
  /** Why they differ. */
  readonly why: string | null;
}

/** Table 8, by recognised pair: whose figure it is, the figure, and why ours may differ. */
const TABLE_8 = new Map<string, readonly [pair: string, shared: number, why: string]>([
  ["llama3 qwen", ["Llama-3.1-70B, Qwen2-0.5B", 109_566, ""]],
  ["mistral llama2", ["Mixtral-8x22B, vicuna-68m", 24_184, "Mixtral-8x22B has 768 tokens more than Mistral 7B"]],
  ["mistral qwen", ["Mixtral-8x22B, Qwen2-0.5B", 10_566, "Mixtral-8x22B has 768 tokens more than Mistral 7B"]],
  [
    "llama2 qwen",
    [
      "Phi-3-medium, Qwen2-0.5B",
      9_588,
      "Phi-3-medium adds 11 tokens to Llama 2's, one (presumably <|endoftext|>) Qwen's too",
    ],
  ],
]);

const SHORTEST = 150_000;

const whole = (count: number | bigint): string => count.toLocaleString("en");

const compare = (figure: string, paper: string, measured: string, why: string): PaperFigure => {
  const agrees = paper === measured;
  return { figure, paper, measured, agrees, why: agrees ? null : why };
};

/** The paper's figures about these two vocabularies, where it has any. */
export function paperFigures(
  target: OpenTokenizer<"target">,
  drafter: OpenTokenizer<"drafter">,
  shared: Overlap,
): PaperFigure[] {
  const known = recognise(drafter.json);
  const table8 = TABLE_8.get(`${recognise(target.json)} ${known}`);
  const figures: PaperFigure[] = [];
  if (table8 !== undefined) {
    const [pair, count, why] = table8;
    figures.push(compare(`|T ∩ D| of ${pair} (Table 8)`, whole(count), whole(shared.written), why));
    if (shared.spaceMapped !== shared.written) {
      const spaces =
        "the paper compares strings as written, in which ▁the and Ġthe differ; transformers' TLI maps the sign";
      figures.push(compare("the same, as TLI uses it", whole(count), whole(shared.spaceMapped), spaces));
    }
  }
  return known === "qwen" ? [...figures, ...qwenFigures(drafter)] : figures;
}

/** Appendix C: how Qwen2-7B-Instruct's tokens fall into its own tokens. */
const qwenFigures = ({ json, vocabulary }: OpenTokenizer<"drafter">): PaperFigure[] => {
  const hello = countSegmentations(vocabulary, fromUnicode("hello"));
  const sorted = ownTexts(json.model.vocab, vocabulary.pieces.length, (id) => vocabulary.text(id as never));
  const texts = sorted.slice(0, SHORTEST);
  const longest = psiCost(vocabulary, sorted.slice(SHORTEST)).segmentations;
  const lengths = spread(texts.map((text) => text.length));
  const { segmentations } = psiCost(vocabulary, texts);
  if (lengths === undefined || segmentations === undefined || longest === undefined) return [];
  const ties = "the 150,000th token is one of many of 17 bytes, and the paper does not say which of them it took";
  return [
    compare("segmentations of hello", "14", whole(hello.segmentations), ""),
    compare("drafter passes of hello", "16", whole(hello.passes), ""),
    compare(
      "Table 5 (150,000 shortest): bytes, quartiles and max",
      "4/6/8, 17",
      `${lengths.quartiles.join("/")}, ${lengths.max}`,
      ties,
    ),
    compare(
      "Table 5: bytes, mean and deviation",
      "6.21, 2.87",
      `${lengths.mean.toFixed(2)}, ${lengths.deviation.toFixed(2)}`,
      ties,
    ),
    compare(
      "Table 5: segmentations, quartiles and max",
      "7/15/56, 65,536",
      `${segmentations.quartiles.join("/")}, ${whole(segmentations.max)}`,
      ties,
    ),
    compare(
      "Table 5: segmentations, mean and deviation",
      "144.31, 880.98",
      `${segmentations.mean.toFixed(2)}, ${segmentations.deviation.toFixed(2)}`,
      ties,
    ),
    compare(
      `segmentations of the ${whole(longest.count)} longest tokens`,
      "not counted",
      `up to ${short(longest.max)}`,
      "the paper lists them, and gave up after hours; counting them takes dynamic programming over prefixes, and seconds",
    ),
  ];
};

/** The model's own tokens, added ones left out, shortest first; the lower id first among equals. */
const ownTexts = (vocab: object, ids: number, text: (id: number) => string): string[] => {
  const own = new Set<number>(Object.values(vocab));
  const texts = Array.from({ length: ids }, (_, id) => (own.has(id) ? text(id) : "")).filter((bytes) => bytes !== "");
  return texts.sort((a, b) => a.length - b.length);
};
