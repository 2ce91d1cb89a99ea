import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { rational } from "../../../src/core/num/rational.ts";
import { BadInput } from "../../../src/core/worlds/bad-input.ts";
import { parseWorld } from "../../../src/core/worlds/parse-world.ts";
import { builtInWorlds } from "../../../src/system/files.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../fixtures/lossless-world.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(schema);

test("the draft is 2020-12", () => {
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
});

test.each(builtInWorlds().map((file) => [basename(file), file]))("%s fits the schema", (_, file) => {
  const valid = validate(JSON.parse(readFileSync(file, "utf8")));
  expect(validate.errors).toBeNull();
  expect(valid).toBe(true);
});

const toy = () => JSON.parse(readFileSync(new URL("../../../fixtures/worlds/order-two.json", import.meta.url), "utf8"));
// biome-ignore lint/suspicious/noExplicitAny: a world to be spoiled in any way
type Spoiled = any;

/** What the schema and the reader must both refuse. */
const spoiled: [string, (w: Spoiled) => unknown][] = [
  ["another format", (w) => ({ ...w, format: "lossless-world/2" })],
  ["an unknown key", (w) => ({ ...w, extra: 1 })],
  ["no drafter", ({ drafter: _, ...w }) => w],
  ["an empty name", (w) => ({ ...w, name: "" })],
  ["lookahead 0", (w) => ({ ...w, lookahead: 0 })],
  ["lookahead 1.5", (w) => ({ ...w, lookahead: 1.5 })],
  ["lookahead 65", (w) => ({ ...w, lookahead: 65 })],
  ["candidates 17", (w) => ({ ...w, candidates: 17 })],
  ["no stop role", ({ target: { eos: _, ...target }, ...w }) => ({ ...w, target })],
  ["an empty vocabulary", (w) => ({ ...w, target: { ...w.target, vocabulary: [] } })],
  ["a token twice", (w) => ({ ...w, target: { ...w.target, vocabulary: ["a", "b", "a"] } })],
  ["an unknown tokenizer", (w) => ({ ...w, target: { ...w.target, tokenizer: "wordpiece" } })],
  ["a merge of three", (w) => ({ ...w, target: { ...w.target, tokenizer: { bpe: [["a", "b", "a"]] } } })],
  ["bytes in base 64", (w) => ({ ...w, target: { ...w.target, bytes: "base64" } })],
  ["an unknown model", (w) => withModel(w, { kind: "neural" })],
  ["no order", ({ target, ...w }) => ({ ...w, target: { ...target, model: { kind: "markov", rows: [] } } })],
  ["an order for a table", (w) => withModel(w, { kind: "table" })],
  ["a negative fraction", (w) => withModel(w, { otherwise: { a: "-1", b: "2" } })],
  ["a zero denominator", (w) => withModel(w, { otherwise: { a: "1/0" } })],
  ["a number for a fraction", (w) => withModel(w, { otherwise: { a: 1 } })],
  ["a law without tokens", (w) => withModel(w, { otherwise: {} })],
  ["a period without positions", (w) => withModel(w, { period: 2 })],
  ["a position without period", (w) => withModel(w, { rows: [{ position: 0, context: [], next: { a: "1" } }] })],
];

const withModel = (w: Spoiled, parts: object): unknown => ({
  ...w,
  target: { ...w.target, model: { ...w.target.model, ...parts } },
});

describe("refused by the schema and by the reader", () => {
  test.each(spoiled)("%s", (_, spoil) => {
    const bad = spoil(toy());
    expect(validate(bad)).toBe(false);
    expect(() => parseWorld(rational, "bad.json", JSON.stringify(bad))).toThrow(BadInput);
  });
});
