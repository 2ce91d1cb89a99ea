import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { mutants } from "../../../fixtures/faults/registry.ts";
import { adapterCommand, READY } from "../../../src/checker/adapters/locate.ts";
import { zooEngine } from "../../../src/checker/adapters/zoo-engine.ts";
import { worldFile } from "../whole/world.ts";

const python = process.env.LOSSLESS_PYTHON ?? "python3";

test("a file is run by what its ending names, with its arguments; anything else is a command", () => {
  expect(adapterCommand(["mine.py", "--fast"])).toEqual([python, "mine.py", "--fast"]);
  expect(adapterCommand(["mine.ts", "x"])).toEqual([
    process.execPath,
    "--import",
    import.meta.resolve("tsx"),
    "mine.ts",
    "x",
  ]);
  for (const file of ["mine.js", "mine.mjs", "mine.cjs"]) {
    expect(adapterCommand([file, "x"])).toEqual([process.execPath, file, "x"]);
  }
  expect(adapterCommand(["mine.jsx"])).toEqual(["mine.jsx"]);
  expect(adapterCommand(["./engine", "--port", "1"])).toEqual(["./engine", "--port", "1"]);
  expect(adapterCommand(["toString"])).toEqual(["toString"]);
});

test("ready adapters are files of this package", () => {
  for (const name of Object.keys(READY)) {
    const command = adapterCommand([name, "more"]);
    expect(command.at(-1)).toBe("more");
    expect(existsSync(command.at(-2) as string)).toBe(true);
  }
  expect(adapterCommand(["numpy"])[0]).toBe(python);
  expect(adapterCommand(["zoo"])[0]).toBe(process.execPath);
});

test("the zoo has every fault and control, beside right decoding; unseeded answers differ from one another", () => {
  const engine = zooEngine();
  expect([...engine.hello.algorithms].sort()).toEqual(["autoregressive", ...mutants.map(({ id }) => id)].sort());
  const loaded = engine.load(worldFile("zoo", { a: "1/2", b: "1/2" }));
  const call = {
    algorithm: "autoregressive",
    lookahead: 2,
    budget: 40,
    temperature: 1,
    stops: [],
    prompts: [[0]],
    processors: {},
    seeds: [null],
  };
  const [first, second] = [loaded.generate(call), loaded.generate(call)];
  expect(first.tokens[0]).toHaveLength(40);
  expect(first.tokens).not.toEqual(second.tokens);
  const seeded = { ...call, seeds: [7] };
  expect(loaded.generate(seeded).tokens).toEqual(loaded.generate(seeded).tokens);
  expect(first.calls).toEqual([40, 0]);
  for (const logit of loaded.score("target", [0])) expect(logit).toBeCloseTo(-Math.LN2, 12);
  expect(loaded.score("drafter", [0])).toEqual([0, -1e4]);
});
