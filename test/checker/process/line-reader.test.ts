import { expect, test } from "vitest";
import { LineReader, TimedOut } from "../../../src/checker/process/line-reader.ts";
import { ProtocolError } from "../../../src/checker/protocol/protocol-error.ts";

const LATE = 60_000;

/** A stream of these parts, and how many of them were asked for. */
const stream = (parts: readonly (string | Uint8Array | Error)[]) => {
  let asked = 0;
  const chunks = async function* () {
    for (const part of parts) {
      asked += 1;
      if (part instanceof Error) throw part;
      yield Buffer.from(part as string);
    }
  };
  return { chunks: chunks(), asked: () => asked };
};
const all = async (parts: readonly (string | Uint8Array | Error)[], longest = 1000) => {
  const reader = new LineReader(stream(parts).chunks, longest);
  const lines: string[] = [];
  for (let line = await reader.next(LATE); line !== undefined; line = await reader.next(LATE)) lines.push(line);
  return lines;
};

test("lines are cut wherever parts end, also within a character; what has no end is no line", async () => {
  expect(await all(["one\ntwo\n", "\nth", "ree\nrest"])).toEqual(["one", "two", "", "three"]);
  const bytes = Buffer.from("é😀\n");
  expect(await all(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(["é😀"]);
  expect(await all([])).toEqual([]);
  expect(await all(["one\n", new Error("broken pipe")])).toEqual(["one"]);
});

test("a line of a thousand parts is one line", async () => {
  const parts = Array.from({ length: 1000 }, (_, at) => String(at % 10));
  expect(await all([...parts, "\nx\n"])).toEqual([parts.join(""), "x"]);
});

test("nothing is read before it is asked for", async () => {
  const { chunks, asked } = stream(["one\ntwo\n", "three\n"]);
  const reader = new LineReader(chunks, 1000);
  expect(asked()).toBe(0);
  expect([await reader.next(LATE), await reader.next(LATE), asked()]).toEqual(["one", "two", 1]);
  expect([await reader.next(LATE), asked()]).toEqual(["three", 2]);
});

test("a line may be as long as is said, in bytes, and no longer, also before its end is seen", async () => {
  expect(await all(["abcde\nfghij\n"], 5)).toEqual(["abcde", "fghij"]);
  expect(await all(["ab", "cde", "\n"], 5)).toEqual(["abcde"]);
  const long = new ProtocolError("a line of more than 5 bytes");
  for (const parts of [["abcdef\n"], ["abc", "def"], ["ok\n", "ééé\n"]])
    await expect(all(parts, 5)).rejects.toThrow(long);
});

test("what comes too late is not lost: it is the next line", async () => {
  let send: (chunk: Buffer) => void = () => undefined;
  const late = async function* () {
    yield await new Promise<Buffer>((resolve) => {
      send = resolve;
    });
  };
  const reader = new LineReader(late(), 1000);
  const timedOut = reader.next(5);
  await expect(timedOut).rejects.toThrow(TimedOut);
  await expect(timedOut).rejects.toThrow("nothing came within 0.005 s");
  send(Buffer.from("here\n"));
  expect([await reader.next(LATE), await reader.next(LATE)]).toEqual(["here", undefined]);
});
