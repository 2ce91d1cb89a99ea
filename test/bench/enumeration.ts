import { createRequire } from "node:module";
import { sd } from "../../src/core/algorithms/sd.ts";
import { generationLaw } from "../../src/core/handlers/generation-law.ts";
import { lawOf } from "../../src/core/handlers/law-of.ts";
import { rational } from "../../src/core/num/rational.ts";
import { sequenceKey } from "../../src/core/vocab/sequence-key.ts";
import type { Token } from "../../src/core/vocab/vocabulary.ts";
import { lossless } from "../../src/evidence/tiers/enumeration/lossless.ts";
import { markovWorld } from "./markov-world.ts";

const SIZE = 6;
const LOOKAHEAD = 4;
const ORDER = 3;
const BUDGET = { paths: 100_000_000, states: 10_000_000 };

const timed = <A>(compute: () => A): { value: A; seconds: number } => {
  const start = performance.now();
  const value = compute();
  return { value, seconds: (performance.now() - start) / 1000 };
};

/** The same round as a WebPPL program: enumerated there in doubles. */
const webpplProgram = (size: number, lookahead: number): string => `
var hash = function(context, salt) { return reduce(function(token, h) { return (h * 33 + token + 97) % 1009; }, salt, context); };
var law = function(context, salt) {
  var last = context.length > ${ORDER} ? context.slice(context.length - ${ORDER}) : context;
  // WebPPL's reduce folds from the right, so that the context is read reversed.
  var h = hash(last.slice(0).reverse(), salt);
  return map(function(i) { return 1 + ((h >> i) + i * h) % 5; }, _.range(${size}));
};
var norm = function(ws) { var z = sum(ws); return map(function(w) { return w / z; }, ws); };
var p = function(c) { return norm(law(c, 5)); };
var q = function(c) { return norm(law(c, 77)); };
var draw = function(ps) { return sample(Discrete({ ps: ps })); };
var draft = function(c, n) { if (n === 0) { return []; } var d = draw(q(c)); return [d].concat(draft(c.concat([d]), n - 1)); };
var residual = function(a, b) { return norm(map2(function(x, y) { return Math.max(x - y, 0); }, a, b)); };
var verify = function(c, ds, out) {
  if (ds.length === 0) { return out.concat([draw(p(c))]); }
  var x = ds[0]; var a = p(c); var b = q(c);
  if (flip(Math.min(1, a[x] / b[x]))) { return verify(c.concat([x]), ds.slice(1), out.concat([x])); }
  return out.concat([draw(residual(a, b))]);
};
Infer({ method: "enumerate", maxExecutions: Infinity }, function() { return verify([0, 0, 0], draft([0, 0, 0], ${lookahead}), []).join(","); });
`;

/** Exact enumeration: paths per second against WebPPL, and what merging makes of it. */
export const enumerationBench = (): void => {
  const world = markovWorld(SIZE, ORDER, LOOKAHEAD);
  const contexts: Token<"target">[][] = [];
  for (let i = 0; i < SIZE ** ORDER; i++)
    contexts.push([Math.floor(i / 36), Math.floor(i / 6) % 6, i % 6] as Token<"target">[]);
  const rounds = (merging: boolean) =>
    contexts.reduce((paths, context) => {
      const program = sd.round(world, context);
      return paths + lawOf(rational, program, ({ emitted }) => sequenceKey(emitted), { merging, budget: BUDGET }).paths;
    }, 0);
  rounds(false);
  const off = timed(() => rounds(false));
  const rate = off.value / off.seconds;
  console.log(
    `${contexts.length} sd rounds, one per context, |V| = ${SIZE}, lookahead ${LOOKAHEAD}, merging off: ${off.value.toLocaleString("en")} exact paths ` +
      `in ${off.seconds.toFixed(2)} s, ${(rate / 1e6).toFixed(2)} million a second`,
  );

  const webppl = createRequire(import.meta.url)("webppl") as {
    run(code: string, done: (store: unknown, value: { support(): string[]; score(v: string): number }) => void): void;
  };
  const onePath = lawOf(
    rational,
    sd.round(world, [0, 0, 0] as Token<"target">[]),
    ({ emitted }) => sequenceKey(emitted),
    {
      merging: false,
      budget: BUDGET,
    },
  );
  const start = performance.now();
  webppl.run(webpplProgram(SIZE, LOOKAHEAD), (_, law) => {
    const seconds = (performance.now() - start) / 1000;
    const theirs = onePath.paths / seconds;
    const worst = Math.max(
      ...law.support().map((key) => {
        const ours = onePath.outcomes.get(sequenceKey(key.split(",").map(Number) as Token<"target">[]));
        return Math.abs(Math.exp(law.score(key)) - (ours ? rational.toNumber(ours.weight) : 0));
      }),
    );
    console.log(
      `the same program in WebPPL, one round: ${onePath.paths.toLocaleString("en")} paths in ${seconds.toFixed(2)} s ` +
        `(largest difference between the laws ${worst.toExponential(1)}); ratio ${(rate / theirs).toFixed(0)}`,
    );
  });

  const decode = markovWorld(4, ORDER, 3);
  const whole = timed(() => generationLaw(rational, decode, sd, 6, { budget: BUDGET }));
  console.log(
    `whole exact decode with merging, |V| = 4, lookahead 3, 6 tokens: ${whole.value.outcomes.size.toLocaleString("en")} ` +
      `sequences from ${whole.value.paths.toLocaleString("en")} runs in ${whole.seconds.toFixed(2)} s`,
  );

  console.log("cost of a verdict for every horizon grows with contexts, not with paths (|V| = 4, lookahead 2):");
  for (const order of [0, 1, 2, 3, 4]) {
    const grown = markovWorld(4, order, 2);
    const verdict = timed(() => lossless(rational, grown, sd));
    console.log(
      `  order ${order}: ${String(verdict.value.contexts).padStart(4)} contexts, ${verdict.value.verdict}, ` +
        `${(verdict.seconds * 1000).toFixed(0)} ms, ${((verdict.seconds * 1e6) / (verdict.value.contexts ?? 1)).toFixed(0)} µs a context`,
    );
  }
};
