import { expect, test } from "vitest";
import { type CheckResult, checkAlgorithm } from "../../src/checker/check-algorithm.ts";
import { overall } from "../../src/checker/overall.ts";
import type { AnyAdapter } from "../../src/checker/process/bench.ts";
import { defaultLimits } from "../../src/checker/process/limits.ts";
import type { Hello } from "../../src/checker/protocol/messages.ts";
import { seedOf } from "../../src/checker/protocol/seeds.ts";
import { stream } from "../../src/core/handlers/random.ts";
import { pick } from "../../src/core/handlers/sample.ts";

const hello: Hello = {
  name: "models",
  version: "1",
  algorithms: ["autoregressive", "sd"],
  tables: false,
  positions: true,
  maxOrder: 16,
  maxVocabulary: 1024,
  maxBatch: 1,
  maxLookahead: 16,
  dtype: "float64",
  logits: true,
  seeds: "sample",
  stops: 8,
  processors: [],
  rounds: false,
  score: true,
};

/** What is wrong with an adapter, if anything. */
interface Wrong {
  readonly hello?: Partial<Hello>;
  readonly vocabulary?: number;
  readonly acceptsAll?: boolean;
  readonly noise?: number;
  readonly refuses?: boolean;
  /** Rows of a batch read the padding on their left. */
  readonly leaks?: boolean;
  /** Drafts are copied from the context, and a rejected one is answered with a fresh draw from the target. */
  readonly copies?: boolean;
  /** Where the seeds of rows begin that the harness leaves without one. */
  readonly unseeded?: number;
}

/** Models without tables: a logit is a hash of the whole context; each side has its own. */
const logits = (side: string, vocabulary: number, context: readonly number[]): readonly number[] => {
  const name = [side, vocabulary, ...context].join();
  const row = known.get(name) ?? drawn(side, vocabulary, context);
  known.set(name, row);
  return row;
};

const known = new Map<string, readonly number[]>();

const drawn = (side: string, vocabulary: number, context: readonly number[]): readonly number[] => {
  const random = stream(seedOf(0, side, context.join()), "logits");
  return Array.from({ length: vocabulary }, () => 4 * random());
};

const softmax = (row: readonly number[], temperature: number): number[] => {
  const top = Math.max(...row);
  const weights = row.map((x) => (temperature === 0 ? Number(x === top) : Math.exp((x - top) / temperature)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

/** What followed the last three tokens where they came before. */
const followed = (context: readonly number[]): number | undefined => {
  for (let end = context.length - 1; end >= 3; end--) {
    if (context.slice(end - 3, end).join() === context.slice(-3).join()) return context[end];
  }
  return undefined;
};

/** An adapter with models of its own, which decodes by `sd`. */
const adapter = ({
  hello: more = {},
  vocabulary = 5,
  acceptsAll = false,
  noise = 0,
  refuses = false,
  leaks = false,
  copies = false,
  unseeded = 0,
}: Wrong): AnyAdapter => ({
  hello: { ...hello, ...more },
  load: async (_, world) => (refuses || world !== null ? "no" : undefined),
  score: async (_, side, contexts) =>
    contexts.map((context) =>
      logits(side, vocabulary, context).map((x, id) => (id === 0 ? x + noise * contexts.length : x)),
    ),
  run: async ({ algorithm, count, seed, budget, lookahead, temperature, stops, prompts }, take) => {
    for (let index = 0; index < count; index++) {
      const random = stream(0, String(seed[index] ?? `unseeded ${unseeded++}`));
      const own = prompts[index % prompts.length] as readonly number[];
      const longest = Math.max(...prompts.map(({ length }) => length));
      const prompt = leaks ? [...new Array<number>(longest - own.length).fill(0), ...own] : own;
      const tokens: number[] = [];
      const over = (): boolean => tokens.length >= budget || stops.includes(tokens.at(-1) ?? -1);
      const p = (): number[] => softmax(logits("target", vocabulary, [...prompt, ...tokens]), temperature);
      const draw = (law: readonly number[]): number => pick("token", law, (weight) => weight, random());
      while (!over()) {
        for (let n = 0; algorithm === "sd" && n < lookahead && !over(); n++) {
          const [law, q] = [p(), softmax(logits("drafter", vocabulary, [...prompt, ...tokens]), temperature)];
          const copied = copies ? followed([...prompt, ...tokens]) : undefined;
          if (copies && (copied === undefined || random() >= (law[copied] as number))) break;
          const draft = copied ?? draw(q);
          if (copies || acceptsAll || random() * (q[draft] as number) < (law[draft] as number)) tokens.push(draft);
          else {
            const rest = law.map((x, id) => Math.max(0, x - (q[id] as number)));
            const total = rest.reduce((sum, x) => sum + x, 0);
            tokens.push(draw(rest.map((x) => x / total)));
            break;
          }
        }
        if (!over()) tokens.push(draw(p()));
      }
      take({ index, tokens });
    }
    return { kind: "done", received: count, announced: count, calls: [0, 0] };
  },
  close: async () => true,
  kill: () => undefined,
});

const checked = (wrong: Wrong, only?: string): Promise<CheckResult> =>
  checkAlgorithm({
    start: { command: [], limits: defaultLimits, now: () => performance.now() },
    open: async () => adapter(wrong),
    algorithm: "sd",
    seed: 1,
    budget: {},
    ...(only === undefined ? {} : { only }),
    progress: () => undefined,
  });

const told = ({ rows }: CheckResult): string =>
  rows
    .filter(({ verdict }) => verdict !== "consistent")
    .map(({ step, verdict, kind, what }) => `${verdict} ${kind ?? ""} in ${step}: ${what}`)
    .join("; ");

test("a right decoder of models without tables is consistent with what score says, in every step", async () => {
  const result = await checked({});
  expect(told(result)).toBe("not applicable  in batch mates: the engine takes no batches of 4");
  expect(overall(result)).toBe("consistent");
  expect(result.rows.filter(({ step }) => step.startsWith("model")).map(({ sequences }) => sequences)).toEqual([
    300, 100, 100, 100, 192, 640,
  ]);
});

test("one that keeps every draft is refuted, with few tokens and with many", async () => {
  expect(told(await checked({ acceptsAll: true }, "model"))).toMatch(/^refuted law in model: .* the token of rank 1 /);
  const wide = await checked({ acceptsAll: true, vocabulary: 100 }, "model");
  expect(told(wide)).toMatch(/^refuted law in model: .*(of rank|behind them)/);
});

test("a vocabulary larger than the cells of an e-process is told apart by rank", async () => {
  expect(overall(await checked({ vocabulary: 100 }, "model"))).toBe("consistent");
});

test("at temperature 0 the likeliest token is due", async () => {
  expect(overall(await checked({}, "greedy"))).toBe("consistent");
  expect(told(await checked({ acceptsAll: true }, "greedy"))).toMatch(/^refuted greedy in greedy/);
});

test("logits behind the vocabulary are padding, and an id among them is none", async () => {
  const padded = { vocabulary: 9, hello: { vocabulary: 5 } };
  expect(told(await checked(padded, "model"))).toMatch(/^refuted ids in model: [5-8] is no id from 0 to 4/);
});

test("a score that depends on its batch mates has no law, and a small difference is paid for", async () => {
  const far = await checked({ noise: 1e-3 });
  expect(told(far)).toMatch(/^unknown {2}in score self-test: no law was judged, score has none/);
  expect(overall(far)).toBe("unknown");
  const near = await checked({ noise: 1e-6 }, "model");
  expect(near.rows[0]?.what).toMatch(/up to 1\.\d+e-5/);
  expect(overall(near)).toBe("consistent");
});

test("without score nothing is judged, and the row says so", async () => {
  const result = await checked({ hello: { score: false } });
  expect(result.rows).toHaveLength(1);
  expect(told(result)).toMatch(/^not applicable {2}in score self-test: no law was judged: .* does not answer score/);
  expect(overall(result)).toBe("unknown");
  expect(told(await checked({ refuses: true }))).toMatch(
    /^not applicable {2}in score self-test: .* the adapter refuses/,
  );
});

test("rows that read their padding are refuted by law, without a temperature 0 and without a table", async () => {
  const batches = { hello: { maxBatch: 8 } };
  expect(told(await checked({ ...batches, leaks: true }, "model-ragged"))).toMatch(/^refuted law in model-ragged/);
  expect(overall(await checked(batches, "model-ragged"))).toBe("consistent");
});

test("a drafter that copies a long prompt has its fresh draws refuted by law", async () => {
  expect(told(await checked({ copies: true }, "model-refrain"))).toMatch(/^refuted law in model-refrain/);
});
