import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/system/files.ts";

const root = packageRoot();
const world = join(root, "fixtures", "worlds", "no-proposal.json");

test("verify --tier symbolic prints a row for all real laws, and its solver lets the process end", () => {
  const args = ["verify", world, "--tier", "symbolic", "--algorithm", "slrs-thinned", "--json"];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(root, "src", "cli", "main.ts"), ...args],
    { cwd: root, encoding: "utf8", timeout: 500_000 },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject([
    { verdict: "proved", tier: "symbolic", gap: null, algorithm: "slrs-thinned" },
  ]);
  expect(JSON.parse(stdout)[0].scope).toMatch(/^all real laws /);
});
