import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Row } from "../../src/faults/kill-matrix/matrix.ts";

/** The rows of `lossless mutants`, made by that command. */
export const killMatrix = (): Row[] => {
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const args = ["--import", "tsx", "src/cli/main.ts", "mutants", "--json"];
  const { stdout, stderr } = spawnSync("node", args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (stdout === "") throw new Error(`lossless mutants failed: ${stderr}`);
  return JSON.parse(stdout) as Row[];
};
