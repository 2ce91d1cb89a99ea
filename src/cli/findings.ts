import { slrsNoProposalFromTarget } from "../../fixtures/mutants/slrs-no-proposal-from-target.ts";
import { slrsPsiAllLengths } from "../../fixtures/mutants/slrs-psi-all-lengths.ts";
import { slrsPsiExactSegmentations } from "../../fixtures/mutants/slrs-psi-exact-segmentations.ts";
import type { Algorithm } from "../algorithms/algorithm.ts";
import { sd } from "../algorithms/sd.ts";
import { slem } from "../algorithms/slem.ts";
import { slrs } from "../algorithms/slrs.ts";
import { generationLaw } from "../handlers/generation-law.ts";
import { lossless } from "../laws/lossless.ts";
import { targetLaw } from "../laws/target-law.ts";
import { type Rational, rational } from "../num/rational.ts";
import { countSegmentations } from "../vocab/segmentations.ts";
import { fromUnicode } from "../vocab/text.ts";
import { showTokens, vocabulary } from "../vocab/vocabulary.ts";
import { FORMAT, parseWorld } from "../worlds/parse-world.ts";
import type { World } from "../worlds/world.ts";
import type { Io } from "./io.ts";

/** A published statement or reading that fails, with a counterexample computed here and now. */
interface Finding {
  readonly id: string;
  readonly claim: string;
  /** What the laboratory's own code gives; computed, never written down. */
  counterexample(): string[];
}

type Law = Readonly<Record<string, string>>;

/** A world of two independent-token laws, longest-prefix tokenising and an empty prompt. */
const toyWorld = (target: Law, drafter: Law, lookahead: number): World<Rational> => {
  const side = (law: Law) => ({
    vocabulary: Object.keys(law),
    eos: null,
    tokenizer: "longest-prefix",
    model: { kind: "markov", order: 0, rows: [], otherwise: law },
  });
  const name = `T = ${JSON.stringify(target)}, D = ${JSON.stringify(drafter)}, lookahead ${lookahead}`;
  const file = {
    format: FORMAT,
    name: name.slice(0, 200),
    prompt: "",
    lookahead,
    target: side(target),
    drafter: side(drafter),
  };
  return parseWorld(rational, "finding", JSON.stringify(file));
};

const shown = (world: World<Rational>): string => world.name.replaceAll('"', "");

/** One token's law under the target and under an algorithm. */
const compared = (world: World<Rational>, algorithm: Algorithm): string[] => {
  const output = generationLaw(rational, world, algorithm, 1).outcomes;
  const cells = [...targetLaw(rational, world, 1)].map(([key, { value, weight }]) => {
    const got = output.get(key)?.weight ?? rational.zero;
    return `${showTokens(world.target.tokenizer.vocabulary, value)} ${rational.print(weight)} → ${rational.print(got)}`;
  });
  const { verdict, gap } = lossless(rational, world, algorithm);
  return [`${shown(world)}`, `target → output: ${cells.join(", ")}; ${verdict}, gap ${gap}`];
};

const acceptance = (world: World<Rational>, algorithm: Algorithm): string =>
  lossless(rational, world, algorithm).acceptance as string;

const findings: readonly Finding[] = [
  {
    id: "psi-exact-segmentations",
    claim: "ψ(t) may be summed over the drafts that spell t exactly (Lemma 3.1, Appendix C)",
    counterexample: () =>
      compared(
        toyWorld({ a: "1/2", b: "1/6", ab: "1/3" }, { a: "3/5", b: "2/5" }, 2),
        slrsPsiExactSegmentations.algorithm,
      ),
  },
  {
    id: "psi-all-lengths",
    claim: "ψ(t) may be summed over drafts of every length (Theorem 3.2 read without the stopping rule)",
    counterexample: () =>
      compared(toyWorld({ a: "1/2", b: "1/6", ab: "1/3" }, { a: "3/5", b: "2/5" }, 2), slrsPsiAllLengths.algorithm),
  },
  {
    id: "no-proposal",
    claim: "a draft that the target cannot spell may be answered with a draw from p",
    counterexample: () =>
      compared(toyWorld({ a: "1/2", b: "1/2" }, { a: "3/4", b: "0", c: "1/4" }, 1), slrsNoProposalFromTarget.algorithm),
  },
  {
    id: "theorem-3.1-condition",
    claim:
      "with q = p, exact match accepts less than rejection exactly when p is not uniform (Theorem 3.1's condition)",
    counterexample: () =>
      [
        ["a point mass is not uniform, and both accept alike", { a: "1", b: "0" }] as const,
        ["the uniform law is uniform, and exact match accepts less", { a: "1/2", b: "1/2" }] as const,
      ].map(([what, law]) => {
        const world = toyWorld(law, law, 1);
        return `${what}: exact match ${acceptance(world, slem)}, rejection ${acceptance(world, sd)}. The condition is: p is no point mass.`;
      }),
  },
  {
    id: "lemma-3.1-count",
    claim: "with D all strings of length 1 to n, 2^(m−1) drafts have a text that starts with t, |t| = m (Lemma 3.1)",
    counterexample: () => {
      const strings = ["a", "b", "aa", "ab", "ba", "bb"];
      const texts = strings.map(fromUnicode);
      const { segmentations: spelled } = countSegmentations(
        vocabulary("drafter", texts, strings, null),
        fromUnicode("ab"),
      );
      const covering = texts.flatMap((d) =>
        d.startsWith("ab") ? [[d]] : "ab".startsWith(d) ? texts.map((e) => [d, e]) : [],
      );
      const starting = covering.filter((draft) => draft.join("").startsWith("ab")).length;
      return [
        `D = {${strings.join(", ")}}, t = ab: ${spelled} drafts spell ab exactly, as the lemma counts;`,
        `${starting} shortest drafts have a text that starts with ab, and Theorem 3.2 sums over those.`,
      ];
    },
  },
  {
    id: "larger-lookahead",
    claim: "a larger lookahead raises the acceptance of SLRS",
    counterexample: () =>
      [1, 2].map((lookahead) => {
        const world = toyWorld({ a: "3/4", aa: "1/4" }, { a: "1" }, lookahead);
        return `${shown(world)}: acceptance ${acceptance(world, slrs)}`;
      }),
  },
];

/** `lossless verify --findings`: where published statements fail, each with an exact counterexample. */
export const printFindings = (io: Io, json: boolean): number => {
  const rows = findings.map(({ id, claim, counterexample }) => ({ id, claim, counterexample: counterexample() }));
  if (json) io.out(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    const parts = rows.map((row) => [
      `${row.id}: not so`,
      `  claim  ${row.claim}`,
      ...row.counterexample.map((line) => `  ${line}`),
    ]);
    io.out(`${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`);
  }
  return 0;
};
