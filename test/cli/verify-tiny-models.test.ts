import { afterAll, describe, expect, test } from "vitest";
import { helpOf } from "../../src/cli/table/help.ts";
import { verifyModelsTable } from "../../src/cli/tables/verify-models.ts";
import { verifyModels } from "../../src/cli/verify-models.ts";
import { removeFolder, tinyFolder } from "../support/onnx/tiny-folder.ts";

const merges = [
  ["t", "h"],
  ["th", "e"],
];
const target = tinyFolder({ positions: 640, merges } as never);
const drafter = tinyFolder({ positions: 640, merges } as never);
afterAll(() => [target, drafter].forEach(removeFolder));

const run = async (...args: string[]) => {
  const said = { out: "", steps: [] as string[] };
  let time = 0;
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: () => undefined,
    progress: (line: string) => void said.steps.push(line),
    now: () => 2000 * time++,
  };
  return { status: await verifyModels(["--target", target, "--drafter", drafter, ...args], io), ...said };
};

describe("one round on real laws", () => {
  test("a table, what it covers, how rows agree and a count; every step is told", async () => {
    const { status, out, steps } = await run("--top-k", "3", "--contexts", "2", "--algorithm", "tli");
    expect(status).toBe(0);
    const [header, one, two, empty, scope, rows, count, end] = out.split("\n");
    expect(header).toMatch(/^context +algorithm +verdict +gap +acceptance +tokens\/round +s$/);
    for (const line of [one, two]) expect(line).toMatch(/ tli +proved +0 +\S+ +\S+ +2\.0$/);
    expect(one?.split(/ {2,}/)[0]).not.toBe(two?.split(/ {2,}/)[0]);
    expect(one).toMatch(/^\S+\/\S+: \S/);
    expect([empty, end]).toEqual(["", ""]);
    expect(scope).not.toBe("");
    expect(rows).toContain("rows");
    expect(count).toBe("2 rows: 2 proved");
    expect(steps[0]).toBe("opening the models");
    expect(steps.slice(1)).toEqual([
      expect.stringMatching(/: tli \(context 1 of 2\)$/),
      expect.stringMatching(/: tli \(context 2 of 2\)$/),
      "",
    ]);
  });
  test("a lossy control is refuted, with its reason below the table", async () => {
    const { status, out } = await run("--top-k", "16", "--algorithm", "typical");
    expect(status).toBe(1);
    expect(out).toMatch(/ typical +refuted .*\n/);
    expect(out).toMatch(/\n1 row: 1 refuted\n$/);
    const { out: json } = await run("--top-k", "16", "--algorithm", "typical", "--json");
    const [row] = JSON.parse(json);
    expect(row).toMatchObject({ verdict: "refuted", algorithm: "typical", tier: "enumeration", seconds: 2 });
    if (row.why !== undefined) expect(out).toContain(`typical: ${row.why}`);
  });
});

describe("sampled generations", () => {
  const small = ["--tier", "statistics", "--top-k", "2", "--samples", "300", "--horizon", "1", "--algorithm", "sd"];
  test("have their rates and sizes", async () => {
    const { status, out, steps } = await run(...small);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^context +algorithm .* tokens\/round +detectable TV +samples +s\n.* consistent .* 0\.\d{4} +300 +2\.0\n/,
    );
    expect(out).toMatch(/\n1 row: 1 consistent; each row: false alarm 0\.000001, power 0\.999\n$/);
    expect(steps.some((step) => / samples$/.test(step))).toBe(true);
  });
  test("follow from their seed and lookahead", async () => {
    const json = async (...more: string[]) => (await run(...small, ...more, "--json")).out;
    expect(await json("--seed", "5")).toBe(await json("--seed", "5"));
    expect(JSON.parse(await json("--lookahead", "2"))).toHaveLength(1);
  });
  test("at temperature 0 are the tokens of decoding one by one", async () => {
    const greedy = ["--tier", "statistics", "--temperature", "0", "--algorithm", "sd", "--horizon", "4"];
    const { status, out, steps } = await run(...greedy, "--contexts", "2");
    expect([status, steps]).toEqual([0, ["opening the models", "comparing sd", ""]]);
    expect(out).toMatch(/ sd +consistent /);
    expect(out).toMatch(/\n1 row: 1 consistent\n$/);
    expect(JSON.parse((await run(...greedy, "--json")).out)).toMatchObject([{ verdict: "consistent", contexts: 1 }]);
  });
});

test("help, and what is refused", async () => {
  expect((await run("--help")).out).toBe(helpOf(verifyModelsTable));
  for (const [args, message] of [
    [["--tier", "oracle"], 'found the tier "oracle", expected enumeration or statistics for real models'],
    [["--lookahead", "0"], 'found --lookahead "0"'],
    [["--lookahead", "65"], 'found --lookahead "65"'],
    [["--contexts", "0"], 'found --contexts "0"'],
    [["--contexts", "10001"], 'found --contexts "10001"'],
    [["--samples", "0"], 'found --samples "0"'],
    [["--horizon", "401"], 'found --horizon "401"'],
    [["--horizon", "0"], 'found --horizon "0"'],
    [["--seed", "1000000000"], 'found --seed "1000000000"'],
    [["--algorithm", "nope"], 'found the algorithm "nope"'],
  ] as [string[], string][])
    await expect(run(...args)).rejects.toThrow(message);
});
