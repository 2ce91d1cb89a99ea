import type { Mutant } from "../../../fixtures/faults/mutant.ts";
import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import type { Decoder } from "../../../src/core/decode/decoder.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { FORMAT, parseWorld } from "../../../src/core/worlds/parse-world.ts";
import type { Bed } from "../../../src/faults/kill-matrix/column.ts";
import { mutant } from "../../support/mutant.ts";
import { iid } from "../../support/toy-world.ts";

/** Two tokens, the first of them with this probability. */
const coin = (a: string, b: string): object => iid({ a, b });

/** Worlds of these targets and drafters. */
export const bedOfSides = (...sides: (readonly [target: object, drafter: object])[]): Bed => {
  const files = sides.map(([target, drafter], at) =>
    JSON.stringify({ format: FORMAT, name: `coin ${at + 1}`, prompt: "", lookahead: 1, target, drafter }),
  );
  return {
    exact: files.map((text) => parseWorld(rational, "coin", text)),
    fast: files.map((text) => parseWorld(float64, "coin", text)),
  };
};

/** Worlds of the same two tokens, with these laws of the target. */
export const bedOf = (...targets: (readonly [a: string, b: string])[]): Bed =>
  bedOfSides(...targets.map(([a, b]) => [coin(a, b), coin("1/4", "3/4")] as const));

const about = { id: "m", wounds: "sd", source: "here", mechanism: "does something" } as const;

/** A mutant of a round, or of a decoder. */
export const roundMutant = (kind: Mutant["kind"], algorithm: Algorithm = sd): Mutant => ({ ...about, kind, algorithm });
export const decoderMutant = (kind: Mutant["kind"], decoder: Decoder): Mutant => ({ ...about, kind, decoder });

/** The first token for sure. */
export const stuck: Algorithm = mutant(() => [0 as never]);

/** The target's own law. */
export const right: Algorithm = mutant((ask, { target }, committed) => [
  ask.sample("target", () => target.next(committed)),
]);

/** A round that fails. */
export const failing: Algorithm = mutant(() => {
  throw new Error("no round");
});

/** The algorithm, in the worlds of these names only. */
export const only = (algorithm: Algorithm, ...names: string[]): Algorithm => ({
  ...algorithm,
  fits: ({ name }) => names.includes(name),
});
