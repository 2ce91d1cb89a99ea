import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verify } from "../../src/cli/verify.ts";
import { builtInWorlds, packageRoot } from "../../src/system/files.ts";
import { INTERRUPTED } from "../../src/system/interruption.ts";
import { exceptions, legend, matrixLine, signOf } from "../../src/system/verdict-matrix.ts";
import type { Row } from "../../src/system/verdict-table.ts";

const row = (parts: Partial<Row> = {}): Row => ({
  world: "w",
  algorithm: "tli",
  verdict: "proved",
  tier: "enumeration",
  scope: "every horizon",
  gap: "0",
  acceptance: "1/2",
  expectedTokens: "3/2",
  contexts: 4,
  seconds: 0.25,
  ...parts,
});
const short = row({ scope: "horizon ≤ 2, whole rounds; rest" });
const unknown = row({ verdict: "unknown", why: "too large", world: "v" });
const witness = { law: "lossless", prompt: "a", horizon: 1, tokens: "b", target: "1/2", output: "1/3", path: [] };
const refuted = row({ verdict: "refuted", gap: "1/3", witness });

describe("the matrix", () => {
  const signs = [
    row(),
    row({ scope: "all real laws; one round" }),
    short,
    row({ verdict: "consistent", scope: "horizon ≤ 3" }),
    refuted,
    unknown,
  ];
  const missing = ["misfit", "left out", "refused", "not reached"] as const;
  test("has a sign for each world, in tens, and counts", () => {
    expect([...signs, ...missing].map(signOf).join("")).toBe("+*hcR?.-! ");
    const cells = [...Array.from({ length: 10 }, () => row()), refuted, "misfit" as const];
    expect(matrixLine("tli", 5, cells)).toBe("tli    ++++++++++ R.  10 proved, 1 refuted");
    expect(matrixLine("tli", 3, ["not reached"])).toBe("tli");
  });
  test("explains the signs that it has", () => {
    expect(legend([refuted, row(), "misfit"])).toBe("+ proved for every horizon, R refuted, . does not fit");
  });
  test("spells out what is not proved for every horizon", () => {
    expect(exceptions([row()])).toEqual([]);
    const elsewhere = row({ ...short, algorithm: "sd" });
    expect(exceptions([unknown, short, elsewhere, refuted])).toEqual([
      "refuted: tli in w, gap 0.3333",
      '  tli: after the prompt "a" the target says b with probability 1/2, the algorithm with 1/3',
      "unknown, too large: tli in v",
      "proved, horizon ≤ 2: tli, sd in w",
    ]);
    const many = ["a", "b", "c", "d", "e"].map((world) => row({ ...short, world }));
    expect(exceptions(many)).toEqual(["proved, horizon ≤ 2: 5 rows, as tli in a, tli in b, tli in c, tli in d"]);
  });
});

const four = ["no-proposal", "overlapping", "both-stop", "disjoint"].map((name) =>
  join(packageRoot(), "fixtures", "worlds", `${name}.json`),
);

/** Runs the command; it is interrupted when it has settled so many rows. */
const run = async (args: readonly string[], most = Number.POSITIVE_INFINITY) => {
  const said = { out: [] as string[], err: "", released: 0 };
  const controller = new AbortController();
  let steps = 0;
  const io = {
    out: (text: string) => void said.out.push(text),
    err: (text: string) => {
      said.err += text;
    },
    progress: (line: string) => {
      if (line !== "" && ++steps === most) setImmediate(() => controller.abort());
    },
    now: () => 0,
    interruption: () => ({ signal: controller.signal, release: () => void said.released++ }),
  };
  const status = await verify(args, io);
  return { status, ...said };
};

describe("many worlds", () => {
  test("are lines that are printed one by one, then a legend and a summary", async () => {
    const { status, out, err, released } = await run(four);
    expect([status, err, released]).toEqual([0, "", 1]);
    expect(out[0]).toBe("4 worlds, a sign for each, in the order given\n");
    expect(out[1]).toBe("autoregressive  ++++  4 proved\n");
    const last = out.at(-1) ?? "";
    expect(out.slice(1, -1).every((line) => /^[a-z-]+ +[+.]{4} {2}\d proved\n$/.test(line))).toBe(true);
    expect(last).toMatch(/^\+ proved for every horizon.*\n\n\d+ rows by exact enumeration: \d+ proved; 0\.0 s\n$/);
  });
  test("are tables with --verbose, as up to three are without", async () => {
    const tables = (out: readonly string[]) => out.join("").match(/^ {2}algorithm +verdict/gm)?.length;
    expect(tables((await run([...four, "--algorithm", "tli", "--verbose"])).out)).toBe(4);
    expect(tables((await run([...four.slice(1), "--algorithm", "tli"])).out)).toBe(3);
  });
  test("a refutation is spelt out with its witness, which stays in fractions", async () => {
    const { status, out } = await run([
      ...four.slice(0, 3),
      four[2] as string,
      "--algorithm",
      "union",
      "--tier",
      "oracle",
    ]);
    expect(status).toBe(0);
    expect(out.join("")).toContain("union  ++++  4 proved\n");
  });
});

describe("an interruption", () => {
  test("loses nothing that is settled, and is status 130", async () => {
    const { status, out, released } = await run(four, 6);
    expect([status, released]).toEqual([INTERRUPTED, 1]);
    expect(out[1]).toBe("autoregressive  ++++  4 proved\n");
    expect(out.at(-1)).toMatch(
      /\ninterrupted: \d+ of \d+ rows were not settled\n6 rows by exact enumeration: 6 proved/,
    );
    // The opening, three algorithms that were reached, and what is said of all.
    expect(out).toHaveLength(5);
  });
  test("leaves the rows as JSON", async () => {
    const { status, out, err } = await run([...four, "--json"], 3);
    expect([status, out.length]).toEqual([INTERRUPTED, 1]);
    expect(JSON.parse(out[0] as string)).toHaveLength(3);
    expect(err).toMatch(/^interrupted: \d+ of \d+ rows/);
  });
});

test("built-in worlds that a tier cannot be asked about are left out and said once; a named one is unknown", async () => {
  const { status, out } = await run(["--tier", "oracle", "--algorithm", "autoregressive"]);
  expect(status).toBe(0);
  const text = out.join("");
  expect(text.match(/left out: /g)).toHaveLength(1);
  expect(text).toMatch(
    /\nleft out: (\d+) rows in \1 worlds beyond --tier oracle, as in [\w-]+: the target has \d+ tokens/,
  );
  const large = builtInWorlds().find((file) => file.includes("declaration-ja")) as string;
  expect((await run([large, "--tier", "oracle", "--algorithm", "autoregressive"])).status).toBe(3);
});
