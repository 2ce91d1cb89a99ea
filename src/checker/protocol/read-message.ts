import { excerpt, Fields } from "./fields.ts";
import { type FromAdapter, MOST_SEQUENCES } from "./messages.ts";
import { ProtocolError } from "./protocol-error.ts";
import { readHello } from "./read-hello.ts";
import { readSamples } from "./read-samples.ts";

/** Reads one line of an adapter. What does not have the shape of a message is refused; unknown fields are ignored. */
export function readMessage(line: string): FromAdapter {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ProtocolError(`a line that is not JSON: ${excerpt(line)}`);
  }
  if (!isObject(value)) throw new ProtocolError(`a line that is no object: ${excerpt(line)}`);
  const at = new Fields(value, line);
  const type = at.text("type");
  switch (type) {
    case "hello":
      return { type, ...readHello(at) };
    case "ready":
      return { type, id: at.text("id") };
    case "refused":
      return { type, id: at.text("id" in value ? "id" : "run"), message: at.text("message", "") };
    case "samples":
      return readSamples(at);
    case "done":
      return { type, run: at.text("run"), count: at.whole("count", { most: MOST_SEQUENCES }) };
    case "scores":
      return { type, id: at.text("id"), rows: numbers(at) };
    case "error":
      return {
        type,
        run: at.text("run"),
        sample: at.whole("sample", { missing: 0, most: MOST_SEQUENCES }),
        message: at.text("message", ""),
      };
    case "ping":
    case "pong":
    case "bye":
      return { type };
    default:
      throw new ProtocolError(`a message of unknown type ${excerpt(type)}`);
  }
}

const numbers = (at: Fields): number[][] => {
  const rows = at.list("rows");
  const good = rows.every((row) => Array.isArray(row) && row.every(Number.isFinite));
  if (!good) at.refuse("rows", "lists of finite numbers");
  return rows as number[][];
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
