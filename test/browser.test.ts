import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
let bundle = "";
let inputs: string[] = [];

beforeAll(async () => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: 'export * from "./src/entries/core.ts";', resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "iife",
    globalName: "lab",
    // The solver runs where somebody serves it.
    external: ["z3-solver"],
    logLevel: "silent",
  });
  bundle = outputFiles[0]?.text ?? "";
  inputs = Object.keys(metafile.inputs);
});

test("the core and the evidence are bundled for a browser without anything of Node", () => {
  expect(
    inputs.filter((file) => file.startsWith("node:") || /^src\/(system|pairs|checker|cli|pages|site)\//.test(file)),
  ).toEqual([]);
  expect(inputs.length).toBeGreaterThan(100);
  expect(bundle.length).toBeLessThan(1_500_000);
});

test("the bundle judges where there is no Node", async () => {
  const context = createContext({ setTimeout, setInterval, clearInterval, TextEncoder, TextDecoder });
  runInContext(bundle.replace(/^"use strict";/, ""), context);
  const rows = await runInContext(
    `(async () => {
      if (typeof process !== "undefined" || typeof require !== "undefined") throw new Error("this is Node");
      const coins = lab.world({ target: "a 1/3, b 2/3", drafter: "a 1/2, ab 1/2" });
      const rows = [];
      for (const tier of lab.tiers.filter(({ name }) => name === "enumeration" || name === "statistics")) {
        const judge = await tier.open({});
        rows.push((await judge.judge(lab.algorithmOf("tli"), coins)).verdict);
        await judge.close();
      }
      return rows.join();
    })()`,
    context,
  );
  expect(rows).toBe("proved,consistent");
});
