import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Row } from "../../src/experiments/experiment.ts";
import { experiments } from "../../src/experiments/registry.ts";
import { headerLine, WHOLE } from "../../src/experiments/run/header.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The rows of an experiment, made by the command that anyone can run; a file in `.cache` that has them all is taken. */
export const rowsOf = <R extends Row>(name: string): R[] => {
  const file = `.cache/experiments/${name}.jsonl`;
  const lines = () => readFileSync(`${root}/${file}`, "utf8").trimEnd().split("\n");
  const experiment = experiments.find((one) => one.name === name);
  if (experiment === undefined) throw new Error(`no experiment "${name}"`);
  const header = headerLine(experiment, experiment.seed, WHOLE);
  const complete = (): boolean => lines().length === experiment.points.length + 1;
  const isOurs = (): boolean => lines()[0] === header;
  // Rows of another version, seed or grid are made anew.
  if (existsSync(`${root}/${file}`) && !isOurs()) rmSync(`${root}/${file}`);
  if (!existsSync(`${root}/${file}`) || !complete()) {
    mkdirSync(`${root}/.cache/experiments`, { recursive: true });
    const args = ["--import", "tsx", "src/cli/main.ts", "experiment", "run", name, "--out", file];
    const { status, stderr } = spawnSync("node", args, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`the experiment ${name} failed: ${stderr}`);
  }
  return lines()
    .slice(1)
    .map((line) => JSON.parse(line) as R);
};

/** The line under a figure that says how to make its rows again. */
export const madeBy = (name: string): string => `lossless experiment run ${name} · seed 1`;

/** The mean of some numbers. */
export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
