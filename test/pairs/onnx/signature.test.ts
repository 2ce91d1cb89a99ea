import { expect, test } from "vitest";
import { readSignature, type TensorInfo } from "../../../src/pairs/onnx/signature.ts";

const tensor = (name: string, type: string, shape: readonly (number | string)[]): TensorInfo => ({
  name,
  isTensor: true,
  type,
  shape,
});
const ids = tensor("input_ids", "int64", ["batch_size", "sequence_length"]);
const logits = tensor("logits", "float32", ["batch_size", "sequence_length", 300]);
const past = (kind: string): TensorInfo => tensor(`past_key_values.0.${kind}`, "float32", ["batch_size", 2, "past", 8]);
const present = (kind: string): TensorInfo => tensor(`present.0.${kind}`, "float32", ["batch_size", 2, "total", 8]);
const inputs = [ids, past("key"), past("value")];
const outputs = [logits, present("key"), present("value")];
const none = { heads: undefined, width: undefined };

test("what exporters write is understood", () => {
  expect(readSignature("m", inputs, outputs, none)).toEqual({
    mask: false,
    positions: false,
    branch: false,
    keep: false,
    columns: 300,
    cache: ["key", "value"].map((kind) => ({
      input: `past_key_values.0.${kind}`,
      output: `present.0.${kind}`,
      type: "float32",
      heads: 2,
      width: 8,
    })),
  });
});

test("open numbers of heads are config.json's", () => {
  const open = { ...past("key"), shape: ["batch_size", "heads", "past", "width"] };
  const { cache } = readSignature("m", [ids, open], [logits, present("key")], { heads: 3, width: 5 });
  expect(cache[0]).toMatchObject({ heads: 3, width: 5 });
  expect(() => readSignature("m", [ids, open], [logits, present("key")], none)).toThrow("an open number of heads");
});

test.each<[string, readonly TensorInfo[], readonly TensorInfo[], string]>([
  ["no ids", [past("key")], outputs, 'm: found no input "input_ids"'],
  [
    "ids of another type",
    [{ ...ids, type: "int32" }],
    [logits],
    'm, input "input_ids": found type int32, expected int64',
  ],
  ["an unknown input", [...inputs, tensor("pixel_values", "float32", [1])], outputs, 'input "pixel_values"'],
  ["an unknown output", inputs, [...outputs, tensor("hidden", "float32", [1])], 'output "hidden"'],
  ["no logits", inputs, [present("key"), present("value")], 'no output "logits"'],
  ["logits of two dimensions", inputs, [{ ...logits, shape: ["batch_size", 300] }], "found 2 dimensions, expected 3"],
  ["a past without its present", inputs, [logits, present("key")], 'no output "present.0.value"'],
  ["a fixed batch", [{ ...ids, shape: [4, "sequence_length"] }], [logits], "batch size 4"],
  ["no tensor", [{ name: "input_ids", isTensor: false }], [logits], "found no tensor"],
])("%s is refused by name", (_, given, gives, message) => {
  expect(() => readSignature("m", given, gives, none)).toThrow(message);
});
