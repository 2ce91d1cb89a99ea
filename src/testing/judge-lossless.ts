import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { algorithms } from "../core/algorithms/registry.ts";
import type { Dist } from "../core/law/dist.ts";
import type { LanguageModel } from "../core/models/model.ts";
import { float64 } from "../core/num/float64.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { toUnicode } from "../core/vocab/text.ts";
import type { Token } from "../core/vocab/vocabulary.ts";
import { tokensOf } from "../core/vocab/vocabulary.ts";
import type { World } from "../core/worlds/world.ts";
import { defaultLimits, type Limits } from "../evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../evidence/tiers/enumeration/lossless.ts";
import { judgeCounts, statisticsQuestion } from "../evidence/tiers/statistics/consistent.ts";
import { sampledPlainly } from "../evidence/tiers/statistics/sampled-plainly.ts";
import type { Verdict, Witness } from "../evidence/tiers/verdict.ts";
import { examined } from "../evidence/untrusted/examined.ts";
import { readWorld } from "../system/files.ts";
import type { Judgement } from "./judgement.ts";
import { replay, type WorldFile, worldOf } from "./world-file.ts";

/** A world with exact weights, a world file as a plain object, or the path of one: the last two can be replayed. */
export type AnyWorld = World<Rational> | WorldFile | string;

/** Tokens shown of one vocabulary. */
const MOST_SHOWN = 12;

/**
 * Is the algorithm lossless in this world, by exact enumeration? Throws where enumeration cannot tell, and where the
 * algorithm does not run on these vocabularies: then neither the claim nor its opposite was checked.
 */
export function judgeLossless(algorithm: Algorithm, where: AnyWorld, limits: Limits = defaultLimits): Judgement {
  const world = opened(where);
  const claim = `${algorithm.id} to be lossless in the world "${world.name}"`;
  if (!(algorithm.fits?.(world) ?? true)) throw new RangeError(`${algorithm.id} does not run on:\n${inWords(world)}`);
  const { verdict, scope, gap, why, kind, witness } = judged(algorithm, where, world, limits);
  if (verdict === "proved") {
    return { pass: true, message: `expected not ${claim}, but its law is exactly the target's (${scope})` };
  }
  const rest = `\n\n${inWords(world)}\n\nto replay:\n${command(algorithm, where, world)}`;
  if (kind === "contract") return { pass: false, message: `expected ${claim}, but ${why}${rest}` };
  if (witness === undefined) {
    throw new Error(`cannot tell whether to expect ${claim} (${scope}, gap ${gap}): ${why}${rest}`);
  }
  return { pass: false, message: `expected ${claim}, but its law is not the target's\n${told(witness, gap)}${rest}` };
}

/** After a proof the algorithm is run this often in doubles, and must have the target's law there, too. */
const RUNS = { samples: 2_000, alpha: 1e-6, power: 0.999, seed: 1 };

/** Few sequences, so that small differences show. */
const MOST_OUTCOMES = 12;

/** Algorithms of this package are believed; what others write is looked at as code that is not trusted. */
const judged = (algorithm: Algorithm, where: AnyWorld, world: World<Rational>, limits: Limits): Verdict => {
  if (algorithms.includes(algorithm)) return lossless(rational, world, algorithm, limits);
  const verdict = examined(rational, world, algorithm, limits);
  const inDoubles = typeof where === "string" ? readWorld(float64, where) : written(where);
  if (verdict.verdict !== "proved" || inDoubles === undefined) return verdict;
  const question = statisticsQuestion(float64, inDoubles, MOST_OUTCOMES);
  const counts = sampledPlainly(float64, inDoubles, algorithm, { ...RUNS, horizon: question.horizon });
  const row = judgeCounts(question, algorithm, RUNS, counts);
  if (row.verdict === "consistent") return verdict;
  const why = `it has the target's law when it is enumerated, and another when it is run ${RUNS.samples} times in doubles: it depends on something hidden`;
  return { ...verdict, verdict: "refuted", kind: "contract", why };
};

const written = (where: Exclude<AnyWorld, string>): World<number> | undefined =>
  "format" in where ? worldOf(float64, where) : undefined;

const opened = (where: AnyWorld): World<Rational> => {
  if (typeof where === "string") return readWorld(rational, where);
  if ("format" in where) return worldOf(rational, where);
  if (where.field === rational) return where;
  throw new TypeError(`the world "${where.name}" has no exact weights: read it with the field "rational"`);
};

const told = ({ law, prompt, horizon, tokens, target, output, path }: Witness, gap: string | null): string => {
  const lines = [
    `  after the prompt "${prompt}" it generates "${tokens}" with probability ${output}; the target does with ${target}`,
    `  no shorter text differs (horizon ${horizon}); total variation of one round: ${gap}`,
    ...(law === "normalized" ? ["  no text is generated too often: probability is lost"] : []),
    ...(path.length > 0 ? [`  likeliest way there: ${path.join(", ")}`] : []),
  ];
  return lines.join("\n");
};

const inWords = ({ name, target, drafter, prompt, lookahead, candidates }: World<Rational>): string =>
  [
    `the world "${name}": prompt "${toUnicode(prompt)}", lookahead ${lookahead}, candidates ${candidates}`,
    `  T = ${tokens(target)}; p after the prompt: ${law(target, target.next(target.tokenizer.encode(prompt)))}`,
    `  D = ${tokens(drafter)}; q after the prompt: ${law(drafter, drafter.next(drafter.tokenizer.encodeDropping(prompt)))}`,
  ].join("\n");

const short = (parts: readonly string[]): string =>
  [...parts.slice(0, MOST_SHOWN), ...(parts.length > MOST_SHOWN ? [`… (${parts.length})`] : [])].join(", ");

const tokens = <V extends string>({ tokenizer: { vocabulary } }: LanguageModel<Rational, V>): string =>
  `{${short(tokensOf(vocabulary).map((token) => vocabulary.label(token)))}}`;

const law = <V extends string>(
  { tokenizer: { vocabulary } }: LanguageModel<Rational, V>,
  next: Dist<Rational, Token<V>>,
): string => {
  const possible = next.support.filter((token) => !rational.isZero(next.weight(token)));
  return short(possible.map((token) => `${vocabulary.label(token)} ${rational.print(next.weight(token))}`));
};

/** The command that comes to the same verdict; algorithms of one's own are named by the module that exports them. */
const command = ({ id }: Algorithm, where: AnyWorld, { lookahead }: World<Rational>): string => {
  const known = algorithms.some((algorithm) => algorithm.id === id);
  const name = known ? id : "mine.ts";
  const note = known ? "" : `\n# mine.ts: a module whose default export is ${id}`;
  if (typeof where === "string") return `lossless verify ${where} --algorithm ${name}${note}`;
  if ("format" in where) return `${replay(where, name)}${note}`;
  return `lossless verify world.json --algorithm ${name} --lookahead ${lookahead}${note}\n# world.json: the file of the world "${where.name}"; toBeLossless(file) writes it here`;
};
