import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli/commands.ts";
import { packageRoot } from "../../src/system/files.ts";
import type { Io } from "../../src/system/io.ts";

const world = join(packageRoot(), "fixtures", "worlds", "no-proposal.json");

/** Rows and exit status of `lossless verify --tier oracle --json`. */
const verify = async (algorithm: string): Promise<{ status: number; rows: Record<string, unknown>[] }> => {
  let out = "";
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    progress: () => undefined,
    now: () => 0,
  };
  const status = await main(["verify", world, "--tier", "oracle", "--algorithm", algorithm, "--json"], io);
  return { status, rows: JSON.parse(out) };
};

test("verify --tier oracle proves what agrees with the functions of the theorems", async () => {
  const { status, rows } = await verify("all");
  expect(status).toBe(0);
  expect(rows.length).toBeGreaterThanOrEqual(9);
  for (const row of rows) expect(row).toMatchObject({ verdict: "proved", tier: "oracle", gap: null });
});

test("verify --tier oracle refuses somebody's module: no theorem is about it", async () => {
  let said = "";
  const io: Io = {
    out: () => undefined,
    err: (text) => {
      said += text;
    },
    progress: () => undefined,
    now: () => 0,
  };
  expect(await main(["verify", world, "--tier", "oracle", "--algorithm", "mine.ts"], io)).toBe(2);
  expect(said).toBe(
    "lossless: found --tier oracle with a module, expected enumeration, symbolic or statistics: the oracle compares with functions of theorems, and none is about this module\n",
  );
});
