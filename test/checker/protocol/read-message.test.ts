import { describe, expect, test } from "vitest";
import { MOST_PASSES, MOST_SEQUENCES } from "../../../src/checker/protocol/messages.ts";
import { readMessage } from "../../../src/checker/protocol/read-message.ts";

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

describe("each type of message", () => {
  test("has its fields, ids are text, and what is not known is left out", () => {
    expect(read({ type: "ready", id: 7, more: 1 })).toEqual({ type: "ready", id: "7" });
    expect(read({ type: "refused", id: "w", message: "no" })).toEqual({ type: "refused", id: "w", message: "no" });
    expect(read({ type: "refused", run: "r" })).toEqual({ type: "refused", id: "r", message: "" });
    expect(read(samples)).toEqual(samples);
    expect(read({ ...samples, rounds: [[[3, 2]]], calls: [1, 2], more: 1 })).toEqual({
      ...samples,
      rounds: [[[3, 2]]],
      calls: [1, 2],
    });
    expect(read({ ...samples, rounds: null, calls: null })).toEqual(samples);
    expect(read(done)).toEqual(done);
    expect(read(scores)).toEqual(scores);
    expect(read({ type: "error", run: "r" })).toEqual({ type: "error", run: "r", sample: 0, message: "" });
    expect(read({ ...error, sample: 3 })).toEqual({ ...error, sample: 3 });
    for (const type of ["ping", "pong", "bye"]) expect(read({ type, id: 1 })).toEqual({ type });
  });
  test("a hello says what it does not do", () => {
    expect(read(hello)).toEqual({
      type: "hello",
      name: "x",
      version: "",
      algorithms: ["sd"],
      tables: true,
      positions: true,
      maxOrder: 16,
      maxVocabulary: 1024,
      maxBatch: 1,
      maxLookahead: 16,
      dtype: "float32",
      logits: true,
      seeds: "sample",
      stops: 1,
      processors: [],
      rounds: false,
      score: false,
    });
    const other = {
      ...{ version: 2, tables: false, positions: false, maxOrder: 1, maxVocabulary: 2, maxBatch: 3, maxLookahead: 4 },
      ...{ dtype: "bfloat16", logits: false, seeds: "run", vocabulary: 5, stops: 6, processors: ["bias"] },
      ...{ rounds: true, score: true },
    };
    const { protocol: _, ...said } = { ...hello, ...other, version: "2" };
    expect(read({ ...hello, ...other })).toEqual(said);
    for (const seeds of ["sample", "run", "none"]) expect(read({ ...hello, seeds })).toMatchObject({ seeds });
    expect(read({ ...hello, logits: "yes" })).toMatchObject({ logits: true });
  });
  test.each([
    [{ protocol: "lossless-check/2" }, 'the protocol "lossless-check/2", expected lossless-check/1'],
    [{ seeds: "all" }, 'a message whose "seeds" is not "sample", "run" or "none"'],
    [{ algorithms: [] }, 'a message whose "algorithms" is not at least one'],
  ])("a hello with %j is refused", (wrong, said) => {
    expect(() => read({ ...hello, ...wrong })).toThrow(`protocol error: received ${said}`);
  });
  test.each([
    ["no json", 'a line that is not JSON: "no json"'],
    ["[1]", 'a line that is no object: "[1]"'],
    ["null", 'a line that is no object: "null"'],
    ["7", 'a line that is no object: "7"'],
    ['{"type":"shout"}', 'a message of unknown type "shout"'],
    ["{}", 'a message whose "type" is not a string: "{}"'],
    ['{"type":"samples","run":"r","first":0,"tokens":[1]}', 'a message whose "tokens" is not a list of lists'],
    ['{"type":"samples","run":"r","first":0}', 'a message whose "tokens" is not a list: '],
    ['{"type":"scores","id":"s","rows":[1]}', 'a message whose "rows" is not lists of finite numbers'],
  ])("%s is refused", (line, said) => {
    expect(() => readMessage(line)).toThrow(`protocol error: received ${said}`);
  });
});
