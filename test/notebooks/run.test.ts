import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test.each([
  [["99"], 'found no notebook that begins with "99", expected one of 01-'],
  [["--wrote"], "Usage: npm run notebooks"],
])("the runner refuses %j: nothing executed is no success", (args, message) => {
  const { status, stderr } = spawnSync("node", ["--import", "tsx", "notebooks/run.ts", ...args], { encoding: "utf8" });
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});
