import { describe, expect, test } from "vitest";
import { MOST_PASSES, MOST_SEQUENCES } from "../../../src/check/protocol/messages.ts";
import { readMessage } from "../../../src/check/protocol/read-message.ts";

const hello = { type: "hello", protocol: "lossless-check/1", name: "x", algorithms: ["sd"] };
const samples = { type: "samples", run: "r", first: 0, tokens: [[1, 2, 3]] };
const done = { type: "done", run: "r", count: 1 };
const error = { type: "error", run: "r", sample: 0, message: "no" };
const scores = { type: "scores", id: "s", rows: [[0.5, -1]] };

const read = (message: object) => readMessage(JSON.stringify(message));

/** Numbers that count nothing, as they stand in JSON. */
const NONE = ["-1", "0.5", "1e999", "NaN", "9007199254740992", '"3"', "true", "[]", "{}"];

/** Every field that holds a whole number. */
const fields: [object, string][] = [
  ...["maxOrder", "maxVocabulary", "maxBatch", "maxLookahead", "vocabulary", "stops"].map((key): [object, string] => [
    hello,
    key,
  ]),
  [samples, "first"],
  [done, "count"],
  [error, "sample"],
];

describe.each(fields)("of %j the field %s", (message, key) => {
  test.each(NONE)("refuses %s", (value) => {
    const line = JSON.stringify({ ...message, [key]: 0 }).replace(`"${key}":0`, `"${key}":${value}`);
    expect(line).toContain(value);
    expect(() => readMessage(line)).toThrow(/^protocol error: received a (message whose|line that)/);
  });
});

test("counts that a run cannot have are refused, the largest possible ones are taken", () => {
  expect(read({ ...samples, first: MOST_SEQUENCES })).toMatchObject({ first: 256 });
  expect(read({ ...done, count: MOST_SEQUENCES })).toMatchObject({ count: 256 });
  expect(read({ ...error, sample: MOST_SEQUENCES })).toMatchObject({ sample: 256 });
  const more = MOST_SEQUENCES + 1;
  for (const message of [
    { ...samples, first: more },
    { ...done, count: more },
    { ...error, sample: more },
  ])
    expect(() => read(message)).toThrow("a whole number from 0 to 256");
});

test("a vocabulary has two tokens or more", () => {
  expect(read({ ...hello, vocabulary: 2 })).toMatchObject({ vocabulary: 2 });
  expect(() => read({ ...hello, vocabulary: 1 })).toThrow("a whole number from 2");
});

describe("rounds", () => {
  test.each([
    [[[[3, 3]]]],
    [
      [
        [
          [3, 1],
          [2, 2],
        ],
      ],
    ],
    [[[]]],
    [[[[0, 0]]]],
    [[[[99, 0]]]],
  ])("%j of three tokens are taken", (rounds) => {
    expect(read({ ...samples, rounds })).toMatchObject({ rounds });
  });
  test.each([
    [[[[1, 99]]]],
    [[[[2, 3]]]],
    [[[[4, 4]]]],
    [
      [
        [
          [3, 2],
          [3, 2],
        ],
      ],
    ],
    [[[[-1, 0]]]],
    [[[[1, -1]]]],
    [[[[1.5, 1]]]],
    [[[[1, 1, 1]]]],
    [[[[1]]]],
    [[[1, 1]]],
    [[[[1, 1]], [[1, 1]]]],
    [[]],
  ])("%j of three tokens are refused", (rounds) => {
    expect(() => read({ ...samples, rounds })).toThrow('"rounds" is not');
  });
  test("more accepted than emitted is told as that", () => {
    expect(() => read({ ...samples, rounds: [[[9, 4]]] })).toThrow("more tokens accepted than emitted");
  });
});

describe("calls", () => {
  test("as many as sequences can take are taken", () => {
    expect(read({ ...samples, calls: [MOST_PASSES, 0] })).toMatchObject({ calls: [MOST_PASSES, 0] });
    const two = { ...samples, tokens: [[1], [2]] };
    expect(read({ ...two, calls: [0, 2 * MOST_PASSES] })).toMatchObject({ calls: [0, 2 * MOST_PASSES] });
  });
  test.each([[[9e15, 0]], [[0, 9e15]], [[MOST_PASSES + 1, 0]], [[-1, 0]], [[0, 0.5]], [[0]], [[0, 0, 0]], [["1", 0]]])(
    "%j are refused",
    (calls) => {
      expect(() => read({ ...samples, calls })).toThrow('"calls" is not [target, drafter]');
    },
  );
});

test("scores are finite", () => {
  expect(read(scores)).toMatchObject({ rows: [[0.5, -1]] });
  for (const logit of ["1e999", "-1e999", "null", '"1"'])
    expect(() => readMessage(JSON.stringify(scores).replace("0.5", logit))).toThrow("lists of finite numbers");
});
