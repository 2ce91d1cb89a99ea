import { expect, test } from "vitest";
import { Adapter } from "../../../src/checker/process/adapter.ts";
import { AdapterFailure } from "../../../src/checker/process/adapter-failure.ts";
import { defaultLimits } from "../../../src/checker/process/limits.ts";

/** Says hello, and gives to the first line that it reads the answers of its argument. */
const CANNED = `
const say = (message) => process.stdout.write(JSON.stringify(message) + "\\n");
say({ type: "hello", protocol: "lossless-check/1", name: "canned", algorithms: ["sd"] });
process.stdin.once("data", () => JSON.parse(process.argv[1]).forEach(say));
`;
const answering = (...answers: readonly object[]): Promise<Adapter> =>
  Adapter.open({
    command: [process.execPath, "-e", CANNED, JSON.stringify(answers)],
    limits: defaultLimits,
    now: () => 0,
  });

test.each(["scores", "samples"])(
  "a world is not taken where %s come instead of ready, though they name it",
  async (type) => {
    const message = { type, id: "w", run: "w", first: 0, tokens: [], rows: [] };
    const adapter = await answering(message);
    const failure = await adapter.load("w", null).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AdapterFailure);
    expect(String(failure)).toContain(`the message "${type}" where "ready" or "refused" for w was due`);
  },
);

test("the passes of a run are those of all its messages together, each side by itself", async () => {
  const part = (first: number, calls?: readonly number[]) => ({
    type: "samples",
    run: "r",
    first,
    tokens: [[0]],
    calls,
  });
  const adapter = await answering(part(0, [1, 2]), part(1), part(2, [3, 5]), { type: "done", run: "r", count: 3 });
  const request = {
    ...{ run: "r", world: "w", algorithm: "sd", count: 3, seed: [1, 2, 3], lookahead: 1, budget: 1, temperature: 1 },
    ...{ stops: [], prompts: [[0]], processors: {}, chunk: 1 },
  };
  const end = await adapter.run(request, () => undefined);
  adapter.kill();
  expect(end).toEqual({ kind: "done", received: 3, announced: 3, calls: [4, 7] });
});
