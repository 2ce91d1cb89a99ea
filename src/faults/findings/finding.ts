import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { generationLaw } from "../../core/handlers/generation-law.ts";
import { type Rational, rational } from "../../core/num/rational.ts";
import { showTokens } from "../../core/vocab/vocabulary.ts";
import { FORMAT, parseWorld } from "../../core/worlds/parse-world.ts";
import { lossless } from "../../evidence/tiers/enumeration/lossless.ts";
import { targetLaw } from "../../evidence/tiers/enumeration/target-law.ts";
import type { Verdict } from "../../evidence/tiers/verdict.ts";

/** An algorithm in a world. */
export interface Case {
  /** In the format of world files. */
  readonly file: object & { readonly name: string };
  readonly algorithm: Algorithm;
}

/** A published statement or reading that fails, with a counterexample computed here and now. */
export interface Finding {
  readonly id: string;
  readonly claim: string;
  /** Where the claim stands, and whether it is stated there or only one way to read it. */
  readonly where: string;
  /** What holds instead. */
  readonly repair: string;
  /** Theorems that prove the claim wrong, or the repair right. */
  readonly theorems: readonly string[];
  readonly cases: readonly Case[];
  /** What the laboratory's own code gives; computed, never written down. */
  counterexample(): string[];
}

/** Tokens and their exact fractions. */
export type Law = Readonly<Record<string, string>>;

/** A world of two independent-token laws, longest-prefix tokenising and an empty prompt. */
export function toyFile(target: Law, drafter: Law, lookahead: number): Case["file"] {
  const side = (law: Law) => ({
    vocabulary: Object.keys(law),
    eos: null,
    tokenizer: "longest-prefix",
    model: { kind: "markov", order: 0, rows: [], otherwise: law },
  });
  const name = `T = ${JSON.stringify(target)}, D = ${JSON.stringify(drafter)}, lookahead ${lookahead}`;
  return {
    format: FORMAT,
    name: name.replaceAll('"', "").slice(0, 200),
    prompt: "",
    lookahead,
    target: side(target),
    drafter: side(drafter),
  } as Case["file"];
}

/** One target token under the target and under the algorithm, reduced fractions. */
export interface Compared {
  readonly token: string;
  readonly target: string;
  readonly output: string;
}

/** The law of one token under the target and under an algorithm, and the verdict. */
export function compare({ file, algorithm }: Case): { tokens: Compared[]; verdict: Verdict } {
  const world = parseWorld(rational, "finding", JSON.stringify(file));
  const output = generationLaw(rational, world, algorithm, 1).outcomes;
  const tokens = [...targetLaw(rational, world, 1)].map(([key, { value, weight }]) => ({
    token: showTokens(world.target.tokenizer.vocabulary, value),
    target: rational.print(weight),
    output: rational.print((output.get(key)?.weight ?? rational.zero) as Rational),
  }));
  return { tokens, verdict: lossless(rational, world, algorithm) };
}

/** The same in two lines for a terminal. */
export function compared(one: Case): string[] {
  const { tokens, verdict } = compare(one);
  const cells = tokens.map(({ token, target, output }) => `${token} ${target} → ${output}`);
  return [one.file.name, `target → output: ${cells.join(", ")}; ${verdict.verdict}, gap ${verdict.gap}`];
}
