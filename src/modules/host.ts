import { readSync, writeSync } from "node:fs";
import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { ProgramError } from "../core/handlers/program-error.ts";
import { answerTask, type Load } from "./answer-task.ts";
import { readLine, TASKS, VERDICTS } from "./lines.ts";
import { loadAlgorithm } from "./load-algorithm.ts";
import type { ModuleTask } from "./task.ts";

// The process that runs somebody's module: reads tasks from a pipe, one a line, and answers each on another, behind a word
// that the module is not told. All that is needed to answer is kept before the module is loaded, which may then replace what
// it likes; it cannot replace what the language itself provides, since this process freezes that.
const read = readSync;
const write = writeSync;
const encoder = new TextEncoder();
const encode = encoder.encode.bind(encoder);

// A round that tosses coins of its own has no law that could be looked at.
const { random: _, ...arithmetic } = Object.getOwnPropertyDescriptors(Math);
const refuse = (): never => {
  throw new ProgramError("Math.random is called: all randomness of a round comes from ask");
};
const coinless = Object.create(Object.prototype, { ...arithmetic, random: { value: refuse } }) as Math;
if (process.argv[2] === "exact") globalThis.Math = Object.freeze(coinless);

for (const name of Object.getOwnPropertyNames(globalThis)) {
  const { configurable, writable, value } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
  const isStandard = configurable === true && writable === true && /^[A-Z]/.test(name) && value !== undefined;
  if (isStandard) Object.defineProperty(globalThis, name, { writable: false, configurable: false });
}

/** Loaded once: later worlds meet what earlier ones have left in it, as a real decoder would. */
const loaded = new Map<string, Promise<Algorithm>>();
const load: Load = (module, script) => {
  const known = loaded.get(script) ?? loadAlgorithm(module, script);
  loaded.set(script, known);
  return known;
};

const lines = readLine(read, TASKS);
const secret = lines();
/** A line break first: the module may have begun a line on the pipe. */
const say = (message: object): void => {
  const bytes = encode(`\n${secret} ${JSON.stringify(message)}\n`);
  for (let at = 0; at < bytes.length; ) at += write(VERDICTS, bytes, at);
};

say({ ready: true });
for (let line = lines(); line !== undefined; line = lines()) {
  say(await answerTask(JSON.parse(line) as ModuleTask, load));
}
process.exit(0);
