import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { judgeSmall } from "../src/testing/judge-small.ts";
import { slice, smallScope } from "../src/testing/small-scope.ts";

const help = `npm run explore -- [options]

Long runs of the laws: every property over fresh random worlds, then every algorithm in all small worlds.

  --seed N     the first seed (fresh unless told; printed)
  --rounds N   runs of the properties, each with the next seed (default 5; 0 leaves them out)
  --times N    how many times the usual number of worlds in each of those runs (default 10)
  --grid N     small worlds have probabilities that are multiples of 1/N (default 4; 0 leaves them out)
  --worlds N   stop after this many small worlds, spread evenly (default: all)
  --shard I/N  only this share of the small worlds, in this process
`;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    rounds: { type: "string", default: "5" },
    times: { type: "string", default: "10" },
    grid: { type: "string", default: "4" },
    worlds: { type: "string" },
    shard: { type: "string" },
    help: { type: "boolean", default: false, short: "h" },
  },
});

const whole = (name: string, text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name}: found "${text}", expected a whole number`);
};

const run = (args: readonly string[], variables: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...variables } });
    child.on("close", (code) => resolve(code ?? 1));
  });

/** The properties with other seeds and more worlds; stops at the first seed that fails. */
const random = async (seed: number, rounds: number, times: number): Promise<boolean> => {
  const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
  for (let round = 0; round < rounds; round++) {
    console.log(`\nproperties, seed ${seed + round}, ${times} times the usual worlds (${round + 1} of ${rounds})`);
    const variables = { LOSSLESS_SEED: String(seed + round), LOSSLESS_TIMES: String(times) };
    const args = [vitest, "run", "properties", "--testTimeout=0", "--reporter=dot"];
    if ((await run(args, variables)) !== 0) return false;
  }
  return true;
};

const SECONDS_BETWEEN_LINES = 60;

/** The share `index` of `shards` of the small worlds; prints every failure with its replay. */
const small = (grid: number, worlds: number | undefined, seed: number, index: number, shards: number): boolean => {
  const scope = smallScope(grid);
  const count = worlds ?? scope.size;
  const mine = Math.ceil((count - index) / shards);
  const name = shards === 1 ? "" : `shard ${index + 1}/${shards}: `;
  console.log(
    `${name}${mine.toLocaleString("en")} of ${scope.size.toLocaleString("en")} small worlds (grid 1/${grid})`,
  );
  const started = performance.now();
  let [done, verdicts, failures, last] = [0, 0, 0, started];
  for (const at of slice(scope.size, count, seed, index, shards)) {
    const result = judgeSmall(scope.at(at));
    verdicts += result.verdicts;
    for (const wrong of result.wrong) {
      failures++;
      console.log(wrong);
    }
    done++;
    const now = performance.now();
    if (now - last < SECONDS_BETWEEN_LINES * 1000) continue;
    last = now;
    const left = ((now - started) / done) * (mine - done);
    const share = ((100 * done) / mine).toFixed(1);
    console.error(
      `${name}${share} %, ${verdicts.toLocaleString("en")} verdicts, ${failures} failures, ${(left / 60_000).toFixed(0)} min left`,
    );
  }
  console.log(
    `${name}${done.toLocaleString("en")} worlds, ${verdicts.toLocaleString("en")} verdicts, ${failures} failures`,
  );
  return failures === 0;
};

const main = async (): Promise<boolean> => {
  if (values.help) {
    console.log(help);
    return true;
  }
  if (values.seed === undefined) throw new Error("--seed: found nothing, expected a whole number");
  const seed = whole("seed", values.seed);
  const grid = whole("grid", values.grid);
  const worlds = values.worlds === undefined ? undefined : whole("worlds", values.worlds);
  if (values.shard !== undefined) {
    const [index, shards] = values.shard.split("/").map((part) => whole("shard", part)) as [number, number];
    return small(grid, worlds, seed, index - 1, shards);
  }
  console.log(`seed ${seed}`);
  if (!(await random(seed, whole("rounds", values.rounds), whole("times", values.times)))) return false;
  if (grid === 0) return true;
  const shards = availableParallelism();
  const self = fileURLToPath(import.meta.url);
  const share = [
    "--seed",
    String(seed),
    "--grid",
    String(grid),
    ...(worlds === undefined ? [] : ["--worlds", String(worlds)]),
  ];
  const codes = await Promise.all(
    Array.from({ length: shards }, (_, i) => run(["--import", "tsx", self, ...share, "--shard", `${i + 1}/${shards}`])),
  );
  return codes.every((code) => code === 0);
};

process.exitCode = (await main()) ? 0 : 1;
