import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../../../src/pairs/model-files/config.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const read = (config: unknown, generation?: unknown, tokenizer?: unknown) => {
  const at = join(folder, String(made++));
  mkdirSync(at);
  const files = { config, generation_config: generation, tokenizer_config: tokenizer };
  for (const [name, value] of Object.entries(files))
    if (value !== undefined) writeFileSync(join(at, `${name}.json`), JSON.stringify(value));
  return readConfig(at);
};
const least = { n_ctx: 7 };

describe("a model's configuration", () => {
  test("needs no more than its positions", () => {
    expect(read(least)).toEqual({
      positions: 7,
      vocabularySize: undefined,
      heads: { heads: undefined, width: undefined },
      begin: undefined,
      stops: [],
      beginsWithToken: false,
    });
  });
  test.each(["max_position_embeddings", "n_positions", "n_ctx", "max_seq_len", "max_sequence_length"])(
    "has its positions as %s",
    (name) => {
      expect(read({ [name]: 12 }).positions).toBe(12);
      expect(read({ n_ctx: null, n_positions: null, max_sequence_length: 3, [name]: 9 }).positions).toBe(9);
    },
  );
  test("has its heads, key and value heads before all, and their width as it is written or follows", () => {
    const heads = (config: object) => read({ ...least, ...config }).heads;
    expect(heads({ num_attention_heads: 4 })).toEqual({ heads: 4, width: undefined });
    expect(heads({ num_attention_heads: 4, num_key_value_heads: 2, hidden_size: 18 })).toEqual({ heads: 2, width: 4 });
    expect(heads({ n_head: 3, n_embd: 12 })).toEqual({ heads: 3, width: 4 });
    expect(heads({ n_head: 3, n_embd: 12, head_dim: 8 })).toEqual({ heads: 3, width: 8 });
    expect(heads({ hidden_size: 12 })).toEqual({ heads: undefined, width: undefined });
    expect(heads({ num_attention_heads: 2, n_head: 3, hidden_size: 12, n_embd: 100 })).toEqual({ heads: 2, width: 6 });
  });
  test("has a vocabulary's size", () => {
    expect(read({ ...least, vocab_size: 50 }).vocabularySize).toBe(50);
    expect(read({ ...least, vocab_size: null }).vocabularySize).toBeUndefined();
  });
  test("has its stops: one, several, none; those of the generation before all", () => {
    const stops = (config?: unknown, generation?: unknown) =>
      read({ ...least, eos_token_id: config }, generation === undefined ? undefined : { eos_token_id: generation })
        .stops;
    expect([stops(0), stops([3, 0]), stops(null), stops([]), stops()]).toEqual([[0], [3, 0], [], [], []]);
    expect([stops(1, 2), stops(1, [5, 4]), stops(1, null), stops(1, [])]).toEqual([[2], [5, 4], [1], [1]]);
  });
  test("has its begin token, and whether texts begin with it", () => {
    expect(read({ ...least, bos_token_id: 1 }).begin).toBe(1);
    expect(read({ ...least, bos_token_id: 1 }, { bos_token_id: 2 }).begin).toBe(2);
    expect(read({ ...least, bos_token_id: 1 }, {}).begin).toBe(1);
    const begins = (value: unknown) => read(least, undefined, { add_bos_token: value }).beginsWithToken;
    expect([begins(true), begins(false), begins("true"), begins(null)]).toEqual([true, false, false, false]);
  });
});

describe("refused:", () => {
  test("no folder, and a file in its place", () => {
    const none = join(folder, "none");
    expect(() => readConfig(none)).toThrow(
      `${none}: found nothing, expected a folder with config.json, tokenizer.json and onnx/model.onnx`,
    );
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(() => readConfig(file)).toThrow(/file: found .*, expected a model's folder/);
    symlinkSync("/dev/null", join(folder, "device"));
    expect(() => readConfig(join(folder, "device"))).toThrow("expected a model's folder");
  });
  test("an encoder-decoder", () => {
    expect(() => read({ ...least, is_encoder_decoder: true })).toThrow(
      "config.json at $.is_encoder_decoder: found an encoder-decoder, expected a causal language model",
    );
    expect(read({ ...least, is_encoder_decoder: false }).positions).toBe(7);
  });
  test("no positions", () => {
    expect(() => read({})).toThrow(
      "config.json: found no number of positions, expected one of max_position_embeddings, n_positions, n_ctx, max_seq_len, max_sequence_length",
    );
    expect(() => read({ n_ctx: null })).toThrow("found no number of positions");
  });
  test.each<[name: string, value: unknown]>([
    ["n_ctx", 0],
    ["n_ctx", 2 ** 24 + 1],
    ["vocab_size", 1.5],
    ["head_dim", "8"],
    ["eos_token_id", -1],
    ["eos_token_id", [0, 2 ** 24 + 1]],
    ["bos_token_id", "x"],
  ])("%s of %j", (name, value) => {
    expect(() => read({ ...least, [name]: value })).toThrow(
      /config\.json at \$\.\w+(\[1\])?: found .* expected a whole number from [01] to 16777216/,
    );
  });
  test("up to 16,777,216 positions and a thousand stops are fine", () => {
    expect(read({ n_ctx: 2 ** 24, eos_token_id: 2 ** 24 })).toMatchObject({ positions: 2 ** 24, stops: [2 ** 24] });
    expect(read({ n_ctx: 1, eos_token_id: new Array(1000).fill(0) }).stops).toHaveLength(1000);
    expect(() => read({ n_ctx: 1, eos_token_id: new Array(1001).fill(0) })).toThrow("at most 1000 entries");
  });
});
