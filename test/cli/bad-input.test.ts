import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

import { main } from "../../src/cli/commands.ts";
import type { Io } from "../../src/system/io.ts";

const silent: Io = { out: () => undefined, err: () => undefined, progress: () => undefined, now: () => 0 };

/** Runs the command in this process. */
const lossless = async (...args: string[]): Promise<{ status: number; out: string; err: string }> => {
  const written = { out: "", err: "" };
  const io: Io = {
    ...silent,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
  };
  return { status: await main(args, io), ...written };
};

/** Exit status 2, nothing on standard output, one line on standard error that says where, what and what else. */
const expectRefusal = (
  { status, out, err }: Awaited<ReturnType<typeof lossless>>,
  where: string,
  found: string,
  expected: string,
): void => {
  const [line, ...more] = err.split("\n");
  expect(more).toEqual([""]);
  expect(line).toMatch(/^lossless: /);
  for (const part of [where, found, expected]) expect(line).toContain(part);
  expect(line?.length).toBeLessThan(500);
  expect({ status, out }).toEqual({ status: 2, out: "" });
};

const folder = mkdtempSync(join(tmpdir(), "lossless-bad-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

/** A good world; the tables below spoil it. */
const good = () => ({
  format: "lossless-world/1",
  name: "good",
  prompt: "ab",
  lookahead: 2,
  target: {
    vocabulary: ["a", "b", "ab", "$"],
    eos: "$" as string | null,
    tokenizer: "longest-prefix" as unknown,
    model: {
      kind: "markov",
      order: 1,
      rows: [{ context: ["a"], next: { a: "1/2", b: "1/2" } as Record<string, unknown> }] as unknown[],
      otherwise: { a: "3/10", b: "3/10", ab: "3/10", $: "1/10" } as unknown,
    },
  },
  drafter: {
    vocabulary: ["a", "b"],
    eos: null,
    tokenizer: "longest-prefix",
    model: { kind: "markov", order: 0, rows: [{ context: [], next: { a: "1/2", b: "1/2" } }] },
  },
});
// biome-ignore lint/suspicious/noExplicitAny: a world to be spoiled in any way
type Spoiled = any;

const row = (next: unknown, context: unknown = ["a"]) => ({ context, next });
const top = (parts: Record<string, unknown>) => (w: Spoiled) => ({ ...w, ...parts });
const target = (parts: Record<string, unknown>) => (w: Spoiled) => top({ target: { ...w.target, ...parts } })(w);
const model = (parts: Record<string, unknown>) => (w: Spoiled) => target({ model: { ...w.target.model, ...parts } })(w);

const lawOf = (next: unknown) => model({ rows: [row(next)] });

const law = "$.target.model.rows[0].next";
const fraction = "an exact fraction as a string";
const lookaheads = "a whole number from 1 to 64";

/** What is wrong, how the good world is spoiled, the JSON path, what was found, what was expected. */
const worlds: [string, (w: Spoiled) => Spoiled, string, string, string][] = [
  ["another format", top({ format: "lossless-world/2" }), "$.format", '"lossless-world/2"', '"lossless-world/1"'],
  ["no format", ({ format: _, ...w }) => w, "at $", "an object", '"format"'],
  ["no world", () => [], "at $", "an empty list", "an object"],
  ["an unknown key", top({ extra: 1 }), "$.extra", '"extra"', "one of format, name"],
  ["no drafter", ({ drafter: _, ...w }) => w, "at $", "none", '"drafter"'],
  ["a name that is a number", top({ name: 7 }), "$.name", "7", "a string"],
  ["lookahead 0", top({ lookahead: 0 }), "$.lookahead", "0", lookaheads],
  ["lookahead -1", top({ lookahead: -1 }), "$.lookahead", "-1", lookaheads],
  ["lookahead 1.5", top({ lookahead: 1.5 }), "$.lookahead", "1.5", lookaheads],
  ["lookahead 1e9", top({ lookahead: 1e9 }), "$.lookahead", "1000000000", lookaheads],
  ["lookahead as text", top({ lookahead: "2" }), "$.lookahead", '"2"', lookaheads],
  ["no candidates", top({ candidates: 0 }), "$.candidates", "0", "a whole number from 1 to 16"],
  ["a prompt T cannot spell", top({ prompt: "abc" }), "$.prompt", '"abc"', "can spell"],
  ["a stop token in the prompt", top({ prompt: "ab$" }), "$.prompt", '"ab$"', "can spell"],
  ["half a character", top({ prompt: "\ud83d" }), "$.prompt", "a lone surrogate", "well-formed Unicode"],
  ["an empty vocabulary", target({ vocabulary: [] }), "$.target.vocabulary", "an empty list", "at least one token"],
  ["a token twice", target({ vocabulary: ["a", "a"] }), "$.target.vocabulary[1]", '"a" twice', "each token once"],
  ["a token without text", target({ vocabulary: [""] }), "$.target.vocabulary[0]", '""', "a token with text"],
  ["a token that is a number", target({ vocabulary: [1] }), "$.target.vocabulary[0]", "1", "a string"],
  ["a foreign stop token", target({ eos: "." }), "$.target.eos", '"."', "a token of the vocabulary, or null"],
  ["bytes in base 64", target({ bytes: "base64" }), "$.target.bytes", '"base64"', '"hex"'],
  ["half a byte", target({ bytes: "hex", vocabulary: ["c"], eos: null }), "vocabulary[0]", '"c"', "hexadecimal"],
  ["an unknown tokenizer", target({ tokenizer: "wordpiece" }), "$.target.tokenizer", '"wordpiece"', '"longest-prefix"'],
  ["a lone merge part", target({ tokenizer: { bpe: [["a"]] } }), "tokenizer.bpe[0]", "a list of 1", "a pair"],
  ["a merge out of T", target({ tokenizer: { bpe: [["b", "a"]] } }), "tokenizer.bpe[0]", "2", "in the vocabulary"],
  ["no model", target({ model: null }), "$.target.model", "null", "an object"],
  ["an unknown model", model({ kind: "neural" }), "$.target.model.kind", '"neural"', '"markov" or "table"'],
  ["an order below 0", model({ order: -1 }), "$.target.model.order", "-1", "a whole number from 0 to 16"],
  ["an order without rows", model({ rows: undefined }), "$.target.model", "none", '"rows"'],
  ["rows for nothing", model({ rows: [], otherwise: undefined }), "$.target.model.rows", "empty", "a row"],
  ["a context longer than the order", model({ order: 0 }), "rows[0].context", "a list of 1", "at most 0 tokens"],
  ["a context twice", model({ rows: [row({ a: "1" }), row({ b: "1" })] }), "rows[1]", "a second one", "one row"],
  ["a foreign token in a context", model({ rows: [row({ a: "1" }, ["c"])] }), "context[0]", '"c"', "a token"],
  ["a position without period", model({ rows: [{ position: 0, ...row({ a: "1" }) }] }), "position", "unknown", "next"],
  ["a period without position", model({ period: 2 }), "rows[0]", "none", '"position"'],
  ["position = period", model({ period: 2, rows: [{ ...row({ a: "1" }), position: 2 }] }), "position", "2", "0 to 1"],
  ["a sum below 1", lawOf({ a: "1/2", b: "499/1000" }), law, "a sum of 999/1000", "sum to exactly 1"],
  ["a sum of 0", lawOf({}), law, "a sum of 0", "sum to exactly 1"],
  ["a sum of 2", model({ otherwise: { a: "1", b: "1" } }), "$.target.model.otherwise", "a sum of 2", "exactly 1"],
  ["a negative fraction", lawOf({ a: "-1/2", b: "3/2" }), `${law}.a`, '"-1/2"', fraction],
  ["a zero denominator", lawOf({ a: "1/0" }), `${law}.a`, '"1/0"', fraction],
  ["a decimal", lawOf({ a: "0.5", b: "0.5" }), `${law}.a`, '"0.5"', fraction],
  ["a number for a fraction", lawOf({ a: 1 }), `${law}.a`, "1", "a string"],
  ["a foreign token in a law", lawOf({ a: "1", c: "0" }), `${law}.c`, '"c"', "a token of the vocabulary"],
  ["a law that is a list", lawOf([]), law, "an empty list", "an object"],
  ["a missing row", model({ otherwise: undefined }), "$.target.model.rows", 'no row for the context "ab"', "otherwise"],
];

describe("a world file with", () => {
  test("nothing wrong is verified", async () => {
    const { status, err } = await lossless("verify", file("good.json", JSON.stringify(good())), "--json");
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });
  test.each(worlds)("%s", async (what, spoil, where, found, expected) => {
    const path = file(`${what}.json`, JSON.stringify(spoil(good())));
    const answer = await lossless("verify", path);
    expectRefusal(answer, path, found, expected);
    expect(answer.err).toContain(where);
  });
});

const text = JSON.stringify(good());
const nested = (deep: number): string => `{"format":${"[".repeat(deep)}${"]".repeat(deep)}}`;

/** Text that is no world before anything is read from it: what is wrong, the content, what was found, what was expected. */
const contents: [string, string | Uint8Array, string, string][] = [
  ["nothing in it", "", "end of JSON", "JSON"],
  ["no JSON", "a world\nin two lines", "Unexpected token", "JSON"],
  ["half of it", text.slice(0, 200), "JSON at position 200", "JSON"],
  ["something after it", `${text}{}`, "after JSON", "JSON"],
  ["a comment", `// a world\n${text}`, "Unexpected token", "JSON"],
  ["a key twice", text.replace('"lookahead":2', '"lookahead":2,"lookahead":3'), '"lookahead" twice', "once"],
  ["a number without end", text.replace('"lookahead":2', '"lookahead":1e999'), "Infinity", lookaheads],
  ["deep nesting", nested(100_000), "nesting deeper than 32", "flatter"],
  ["__proto__ at the top", text.replace('"name"', '"__proto__":{},"name"'), '"__proto__"', "one of format"],
  ["__proto__ for a side", text.replace('"target":{', '"__proto__":{'), "none", '"target"'],
  ["__proto__ for a token", text.replace('"a":"3/10"', '"__proto__":"3/10"'), '"__proto__"', "a token"],
  ["bytes that are no text", Uint8Array.of(0x7b, 0xff, 0x7d), "bytes that are not UTF-8", "UTF-8"],
  ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le"), "bytes that are not UTF-8", "UTF-8"],
];

describe("a file with", () => {
  test.each(contents)("%s", async (what, content, found, expected) => {
    const path = file(`${what}.json`, content);
    expectRefusal(await lossless("verify", path), path, found, expected);
  });
  test("200 MB", async () => {
    const path = file("large.json", "");
    truncateSync(path, 200 * 2 ** 20);
    expectRefusal(await lossless("verify", path), path, "200 MB", "at most 32 MB");
  });
});

const world = file("world.json", JSON.stringify(good()));
const known = "expected all, a module (.ts, .js) or one of autoregressive, sd";

/** A command line, and what its refusal says. */
const commandLines: [string[], string, string, string][] = [
  [["verfy"], "command", '"verfy"', "verify"],
  [["__proto__"], "command", '"__proto__"', "verify"],
  [["verify", join(folder, "absent.json")], "absent.json", "nothing", "a file"],
  [["verify", folder], folder, "a directory", "a file"],
  [["verify", "/dev/null"], "/dev/null", "a device, no regular file", "a file"],
  [["verify", world, "--algorithm", "slrss"], "algorithm", '"slrss"', known],
  [["verify", world, "--algorithm", ""], "algorithm", '""', known],
  [["verify", world, "--algorithm", "sd"], '"sd"', "they differ", "share one vocabulary"],
  [["verify", world, "--algorithm", join(folder, "absent.ts")], "absent.ts", "nothing", "a file"],
  [["verify", world, "--tier", "magic"], "tier", '"magic"', "enumeration"],
  [["verify", world, "--lookahead", "0"], "--lookahead", "0", lookaheads],
  [["verify", world, "--lookahead", "1.5"], "--lookahead", '"1.5"', lookaheads],
  [["verify", world, "--lookahead", "many"], "--lookahead", '"many"', lookaheads],
  [["verify", world, "--lookahead", ""], "--lookahead", '""', lookaheads],
  [["verify", world, "--lookahead=-1"], "--lookahead", '"-1"', lookaheads],
  [["verify", world, "--lookahead", "1000000000"], "--lookahead", "1000000000", lookaheads],
  [["verify", world, "--algorithms", "sd"], "--algorithms", "Unknown option", ""],
  [["verify", world, "--algorithm"], "--algorithm", "argument missing", ""],
  [["verify", world, "--json=yes"], "--json", "does not take an argument", ""],
];

describe("the command line", () => {
  test.each(commandLines)("%j", async (args, where, found, expected) => {
    expectRefusal(await lossless(...args), where, found, expected);
  });
});
