import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/commands.ts";
import type { Generated } from "../../src/pairs/model-files/continue-text.ts";
import { type Folder, removeFolder, tinyFolder } from "../support/onnx/tiny-folder.ts";
import { runCommand } from "./models-io.ts";

const made: string[] = [];
const folder = (parts: Partial<Folder> = {}): string => {
  const path = tinyFolder(parts);
  made.push(path);
  return path;
};
afterAll(() => made.forEach(removeFolder));

const run = (...args: string[]) => runCommand("generate", ...args);

const target = folder({
  merges: [
    ["t", "h"],
    ["th", "e"],
  ],
});
const drafter = folder({
  merges: [
    ["t", "h"],
    ["e", "n"],
  ],
  layers: 1,
});
const pair = ["--target", target, "--drafter", drafter, "--prompt", "the then"];
const json = async (...args: string[]): Promise<Generated> => {
  const { status, out, err } = await run(...pair, ...args, "--json");
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out);
};

describe("generating", () => {
  test.each(["slem", "tli", "tli-block", "union"])(
    "greedy %s gives the target's own tokens, one pass a round",
    async (id) => {
      const greedy = ["--temperature", "0", "--max-new-tokens", "30"];
      const plain = await json("--algorithm", "autoregressive", ...greedy);
      const found = await json("--algorithm", id, ...greedy);
      expect(found.tokens).toEqual(plain.tokens);
      expect(found.tokens.length).toBeGreaterThan(5);
      expect([found.targetPasses, plain.targetPasses]).toEqual([found.rounds, plain.tokens.length]);
      expect(found.lossless).toBe(true);
    },
  );
  test("copying from the context needs no drafter", async () => {
    const plain = await json("--algorithm", "autoregressive", "--temperature", "0", "--max-new-tokens", "30");
    const { status, out } = await run(
      "--target",
      target,
      "--drafter",
      "copy",
      "--prompt",
      "the then",
      "--temperature",
      "0",
      "--json",
      "--max-new-tokens",
      "30",
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ tokens: plain.tokens, drafterPasses: 0 });
  });
  test("the same seed gives the same text, another seed another", async () => {
    const [a, b, c] = [await json("--seed", "3"), await json("--seed", "3"), await json("--seed", "4")];
    expect(b).toEqual(a);
    expect(c.tokens).not.toEqual(a.tokens);
  });
  test("a text ends at its budget, a stop token, or the end of the context", async () => {
    expect(await json("--max-new-tokens", "3", "--seed", "3")).toMatchObject({ finish: "length" });
    const stopping = folder({ generation: { eos_token_id: [258, ...Array.from({ length: 128 }, (_, byte) => byte)] } });
    const stopped = await run("--target", stopping, "--drafter", drafter, "--prompt", "the then", "--json");
    expect(stopped.status).toBe(2);
    const halves = folder({ generation: { eos_token_id: [256, ...Array.from({ length: 128 }, (_, byte) => byte)] } });
    const { out } = await run("--target", halves, "--drafter", drafter, "--prompt", "the then", "--json");
    const { tokens, finish } = JSON.parse(out) as Generated;
    expect(finish).toBe("stop");
    expect(tokens.findIndex((token) => token < 128 || token === 256)).toBe(tokens.length - 1);
    const endless = await json("--temperature", "0", "--algorithm", "autoregressive");
    expect(endless.finish).toBe(endless.tokens.at(-1) === 258 ? "stop" : "context");
  });
  test("time is counted from the start of the text", async () => {
    const said: string[] = [];
    let time = 0;
    const io = {
      out: (text: string) => void said.push(text),
      err: () => {},
      progress: () => {},
      now: () => ++time * 1000,
    };
    await main(["generate", ...pair, "--max-new-tokens", "8", "--json"], io);
    expect(JSON.parse(said.join(""))).toMatchObject({ ttftMilliseconds: 1000, seconds: 2, tokensPerSecond: 4 });
  });
  test("an interruption before the first token ends with status 130, and shares of nothing are 0", async () => {
    const said: string[] = [];
    const interrupt = (): number => {
      // Of those who listen, the last is the command, which has begun to listen just before.
      (process.listeners("SIGINT").at(-1) as (() => void) | undefined)?.();
      return 0;
    };
    const io = { out: () => {}, err: (text: string) => void said.push(text), progress: () => {}, now: interrupt };
    const before = process.listenerCount("SIGINT");
    expect(await main(["generate", ...pair, "--max-new-tokens", "8"], io)).toBe(130);
    expect(said.at(-1)).toContain("0 tokens (interrupted) in 0 rounds of tli: 0.00 a round, 0 % drafted by ");
    expect(process.listenerCount("SIGINT")).toBe(before);
  });
  test("text goes to standard output, all else to standard error", async () => {
    const { out, err } = await run(...pair, "--max-new-tokens", "8");
    expect(out.endsWith("\n")).toBe(true);
    expect(err).toMatch(/rows compared[\s\S]*8 tokens \(length\) in \d+ rounds of tli/);
  });
});

describe("one line for what cannot be used", () => {
  const broken = (change: (path: string) => void, parts: Partial<Folder> = {}): string => {
    const path = folder(parts);
    change(path);
    return path;
  };
  const cut = broken((path) => truncateSync(join(path, "onnx/model.onnx"), 4000));
  const nan = folder({ offset: Number.NaN });
  const infinite = folder({ offset: Number.POSITIVE_INFINITY });
  const narrow = folder({ columns: 200 });
  const noConfig = broken((path) => writeFileSync(join(path, "config.json"), "{}"));
  const noModel = folder({ file: "elsewhere/model.onnx" });
  const weights = broken((path) => truncateSync(join(path, "onnx/w.data"), 100), { external: "w.data" });
  const notJson = broken((path) =>
    writeFileSync(join(path, "tokenizer.json"), readFileSync(join(path, "tokenizer.json")).subarray(0, 500)),
  );
  const other = broken((path) => mkdirSync(join(path, "x")));
  const prompt = ["--prompt", "the then"];
  test.each<[string, string[], RegExp]>([
    ["NaN among the logits", ["--target", nan, ...prompt], /output "logits": found NaN, expected finite numbers/],
    ["infinite logits", ["--target", infinite, ...prompt], /found Infinity, expected finite numbers/],
    ["a truncated model", ["--target", cut, ...prompt], /model\.onnx: found .*, expected an ONNX model/],
    ["truncated weights", ["--target", weights, ...prompt], /model\.onnx: found .*, expected an ONNX model/],
    ["a truncated tokenizer", ["--target", notJson, ...prompt], /tokenizer\.json/],
    ["a tokenizer of another model", ["--target", narrow, ...prompt], /found 200 columns, expected at least 257/],
    ["no positions", ["--target", noConfig, ...prompt], /found no number of positions/],
    ["no model file", ["--target", noModel, ...prompt], /found no model file/],
    ["no folder", ["--target", "/nowhere", ...prompt], /\/nowhere: found nothing/],
    ["an empty prompt", ["--target", target, "--drafter", drafter, "--prompt", ""], /--prompt: found an empty text/],
    ["no prompt", ["--target", target], /found no --prompt/],
    [
      "a prompt longer than the context",
      ["--target", target, "--drafter", drafter, "--prompt", "x".repeat(64)],
      /found 64 tokens, expected at most 63/,
    ],
    [
      "the target as its own drafter",
      ["--target", other, "--drafter", `${other}/../${other.split("/").at(-1)}`, ...prompt],
      /the target's own folder as drafter/,
    ],
    ["different vocabularies for sd", [...pair, "--algorithm", "sd"], /share one vocabulary/],
    ["an unknown algorithm", [...pair, "--algorithm", "magic"], /found the algorithm "magic"/],
    ["a negative temperature", [...pair, "--temperature", "-1"], /--temperature/],
    ["no lookahead", [...pair, "--lookahead", "0"], /--lookahead "0"/],
    [
      "dynamic quantisation",
      ["--target", folder({ weights: "dynamic" }), "--drafter", drafter, ...prompt],
      /depends on later tokens/,
    ],
  ])("%s", async (_, args, message) => {
    const { status, out, err } = await run(...args);
    expect(err).toMatch(/^lossless: [^\n]+\n$/);
    expect(err).toMatch(message);
    expect([status, out]).toEqual([2, ""]);
  });
  const pipe = (...path: string[]): string =>
    broken((made) => {
      rmSync(join(made, ...path), { force: true });
      execFileSync("mkfifo", [join(made, ...path)]);
    });
  test.each([
    ["config.json"],
    ["tokenizer.json"],
    ["tokenizer_config.json"],
    ["generation_config.json"],
    ["onnx", "model.onnx"],
    ["onnx", "weights.data"],
  ])("a pipe in place of %s %s is refused at once", async (...path) => {
    const { status, out, err } = await run("--target", pipe(...path), ...prompt);
    expect(err).toMatch(/^lossless: [^\n]+: found a pipe, no regular file, expected [^\n]+\n$/);
    expect([status, out]).toEqual([2, ""]);
  });
  test("a pipe in place of a folder, or of a tokenizer, is refused at once", async () => {
    const folders = mkdtempSync(join(tmpdir(), "lossless-pipes-"));
    made.push(folders);
    const named = join(folders, "pipe");
    execFileSync("mkfifo", [named]);
    for (const args of [
      ["generate", "--target", named, ...prompt],
      ["generate", "--target", target, "--drafter", named, ...prompt],
      ["profile", named, target],
      ["profile", target, named],
      ["verify", named],
      ["verify", "--algorithm", `${named}.ts`, named],
    ]) {
      const { status, err } = await runCommand(...args);
      expect([status, err]).toEqual([2, expect.stringMatching(/^lossless: .*found a pipe, no regular file.*\n$/)]);
    }
  });
  test("a terminal is shown the text without what it would obey", async () => {
    let shown = "";
    const out = (text: string): void => {
      shown += text;
    };
    const io = { out, err: () => {}, progress: () => {}, now: () => 0 };
    const args = ["generate", ...pair, "--temperature", "1", "--max-new-tokens", "40", "--seed", "5"];
    await main(args, { ...io, styled: true });
    const unstyled = shown.replaceAll("\u001b[4m", "").replaceAll("\u001b[24m", "");
    expect(unstyled).toContain("\\u{");
    expect(unstyled).not.toMatch(/[^\P{Cc}\n\t]/u);
    shown = "";
    await main(args, io);
    expect(shown).toMatch(/[^\P{Cc}\n\t]/u);
  });
  test("a dynamically quantised target runs on request, marked", async () => {
    const args = [
      "--target",
      folder({ weights: "dynamic" }),
      "--drafter",
      drafter,
      ...prompt,
      "--not-lossless",
      "--json",
    ];
    expect(JSON.parse((await run(...args)).out)).toMatchObject({ lossless: false });
  });
});
