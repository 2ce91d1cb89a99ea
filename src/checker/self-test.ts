import { at as itemAt } from "../core/num/at.ts";
import { type makeCase, outOfReach } from "./plan/case.ts";
import { exactCases } from "./plan/exact-worlds.ts";
import { Adapter } from "./process/adapter.ts";
import { AdapterFailure } from "./process/adapter-failure.ts";
import type { Start } from "./process/start.ts";
import type { RunRequest } from "./protocol/messages.ts";
import { runSeeds } from "./protocol/seeds.ts";
import { wireWorld } from "./protocol/wire-world.ts";

/** One check of an adapter's conformance; `passed` is undefined where it does not apply. */
export interface Conformance {
  readonly what: string;
  readonly passed: boolean | undefined;
  readonly found: string;
}

/** The conformance suite for adapters: does it speak the protocol, whatever the law of what it says? */
export async function selfTest(start: Start, progress: (line: string) => void): Promise<Conformance[]> {
  const rows: Conformance[] = [];
  let open: Adapter | undefined;
  /** One after another in one process, which some engines take long to start; a failure ends it, so as not to hide the next. */
  const check = async (what: string, run: (adapter: Adapter) => Promise<string | undefined>): Promise<void> => {
    progress(what);
    let found: string | undefined;
    try {
      open ??= await Adapter.open(start);
      found = await run(open);
    } catch (error) {
      if (!(error instanceof AdapterFailure)) throw error;
      found = error.message;
    }
    const skipped = found?.startsWith(SKIPPED) ?? false;
    rows.push({ what, passed: skipped ? undefined : found === undefined, found: found?.replace(SKIPPED, "") ?? "" });
    if (found === undefined || skipped) return;
    await open?.close();
    open = undefined;
  };
  await check("says hello and answers a ping", async (adapter) => {
    await adapter.ping();
    return undefined;
  });
  await check("takes or refuses a world", async (adapter) => {
    await load(adapter);
    return undefined;
  });
  await check("sends as many sequences as asked, in order, in chunks of the size asked for", async (adapter) => {
    const world = await load(adapter);
    if (world === undefined) return `${SKIPPED}it refuses every world of this suite`;
    for (const [count, chunk] of [
      [1, 1],
      [7, 3],
      [64, 64],
      [256, 32],
    ] as const) {
      const end = await adapter.run(request(adapter, world, { count, chunk }), () => undefined);
      if (end.kind !== "done") return `a run that ended with ${end.kind}: ${end.message}`;
      if (end.received !== count || end.announced !== count)
        return `${end.received} sequences and a "done" with ${end.announced}, ${count} were asked for`;
    }
    return undefined;
  });
  await check("keeps budgets from 1 to 8 with ids of the target alone, after the prompt", async (adapter) => {
    const world = await load(adapter);
    if (world === undefined) return `${SKIPPED}it refuses every world of this suite`;
    // How many ids models without tables have is not known here.
    const ids = adapter.hello.tables ? 4 : Number.POSITIVE_INFINITY;
    let wrong: string | undefined;
    for (let budget = 1; budget <= 8; budget++) {
      await adapter.run(request(adapter, world, { count: 4, chunk: 4, budget }), ({ tokens }) => {
        const good =
          tokens.length === budget &&
          tokens.every((id) => Number.isSafeInteger(id) && Number(id) >= 0 && Number(id) < ids);
        if (!good) wrong ??= `budget ${budget} gave ${JSON.stringify(tokens)}`;
      });
    }
    return wrong;
  });
  await check(
    "answers a run of an unknown world or algorithm by an error or a refusal, and goes on",
    async (adapter) => {
      const world = await load(adapter);
      if (world === undefined) return `${SKIPPED}it refuses every world of this suite`;
      const good = request(adapter, world, { count: 2, chunk: 2 });
      for (const bad of [{ world: "no such world" }, { algorithm: "no such algorithm" }]) {
        const end = await adapter.run({ ...good, run: JSON.stringify(bad), ...bad }, () => undefined);
        if (end.kind === "done") return `a run of ${JSON.stringify(bad)} that was done`;
      }
      const end = await adapter.run({ ...good, run: "afterwards" }, () => undefined);
      return end.kind === "done" ? undefined : `no answer afterwards: ${end.message}`;
    },
  );
  await check("gives the same answers for the same seeds", async (adapter) => {
    const world = await load(adapter);
    if (world === undefined || adapter.hello.seeds === "none") return `${SKIPPED}no seeds`;
    const answers: string[] = [];
    for (const run of ["once", "twice"]) {
      const all: unknown[] = [];
      await adapter.run({ ...request(adapter, world, { count: 8, chunk: 8 }), run }, ({ tokens }) => all.push(tokens));
      answers.push(JSON.stringify(all));
    }
    return answers[0] === answers[1] ? undefined : `${answers[0]}, then ${answers[1]}`;
  });
  await check("answers score with one logit a token", async (adapter) => {
    const world = await load(adapter);
    if (world === undefined || !adapter.hello.score) return `${SKIPPED}it does not answer score`;
    for (const side of ["target", "drafter"] as const) {
      const size = world.file[side].vocabulary.length;
      const rows = await adapter.score(world.file.name, side, [[0], [0, 1], [0, 1, 2]]);
      const wrong = adapter.hello.tables ? rows.find((row) => row.length < size) : undefined;
      if (wrong !== undefined) return `${wrong.length} logits for ${size} tokens of the ${side}`;
    }
    return undefined;
  });
  // Last, since it ends the process: after all that was asked of it, or fresh where the check before it failed.
  await check("leaves at bye", async (adapter) => {
    const left = await adapter.close();
    return left ? undefined : `it was still there ${start.limits.bye} s after "bye"`;
  });
  return rows;
}

const SKIPPED = "skipped: ";

type Loaded = ReturnType<typeof makeCase>;

/** The first of the suite's worlds that the adapter takes. */
const load = async (adapter: Adapter): Promise<Loaded | undefined> => {
  for (const at of exactCases({})) {
    if (outOfReach(adapter.hello, at) !== undefined) continue;
    if ((await adapter.load(at.file.name, adapter.hello.tables ? wireWorld(at.file) : null)) === undefined) return at;
  }
  return undefined;
};

const request = (
  { hello }: Adapter,
  at: Loaded,
  { count, chunk, budget = 6 }: { count: number; chunk: number; budget?: number },
): RunRequest => ({
  run: `${count}-${chunk}-${budget}`,
  world: at.file.name,
  algorithm: itemAt(hello.algorithms, 0),
  count,
  seed: runSeeds(1, at.file.name, "conformance", count),
  lookahead: Math.min(2, hello.maxLookahead),
  budget,
  temperature: 1,
  stops: [],
  prompts: [[0]],
  processors: {},
  chunk,
});
