import { BadModel } from "../../core/models/bad-model.ts";

/** What a session says about one of its inputs or outputs. */
export interface TensorInfo {
  readonly name: string;
  readonly isTensor: boolean;
  readonly type?: string;
  readonly shape?: readonly (number | string)[];
}

/** One input and one output of the key/value cache: shape [1, heads, past, width]. */
export interface CachePart {
  readonly input: string;
  readonly output: string;
  readonly type: "float32" | "float16";
  readonly heads: number;
  readonly width: number;
}

/** What a causal language model's file takes and gives, as exporters name it. */
export interface Signature {
  readonly mask: boolean;
  readonly positions: boolean;
  /** Merged models: a switch between the graph with a past and the one without. */
  readonly branch: boolean;
  /** Models that can leave out the logits of all but the last positions. */
  readonly keep: boolean;
  /** Empty for models without a cache. */
  readonly cache: readonly CachePart[];
  /** Columns of the logits where the file says so. */
  readonly columns: number | undefined;
}

const WHOLE: readonly string[] = ["int64"];
const FLOAT: readonly string[] = ["float32", "float16"];

/** Key and value heads and their width, from config.json, for files that leave these dimensions open. */
export interface Heads {
  readonly heads: number | undefined;
  readonly width: number | undefined;
}

/** Reads a session's inputs and outputs; what is not understood is refused by its name. */
export function readSignature(
  file: string,
  inputs: readonly TensorInfo[],
  outputs: readonly TensorInfo[],
  fallback: Heads,
): Signature {
  const demand = (
    info: TensorInfo,
    kind: string,
    types: readonly string[],
    rank: number,
  ): readonly (number | string)[] => {
    const where = `${file}, ${kind} "${info.name}"`;
    if (!info.isTensor || info.shape === undefined) throw new BadModel(where, "no tensor", "a tensor");
    if (!types.includes(info.type ?? "")) throw new BadModel(where, `type ${info.type}`, types.join(" or "));
    if (info.shape.length !== rank) {
      throw new BadModel(where, `${info.shape.length} dimensions`, `${rank} dimensions`);
    }
    const [batch] = info.shape;
    if (typeof batch === "number" && batch !== 1) throw new BadModel(where, `batch size ${batch}`, "1, or any");
    return info.shape;
  };

  const named = new Map(inputs.map((info) => [info.name, info]));
  const take = (name: string, types: readonly string[], rank: number): boolean => {
    const info = named.get(name);
    if (info === undefined) return false;
    named.delete(name);
    if (rank > 0) demand(info, "input", types, rank);
    else if (!types.includes(info.type ?? "")) {
      throw new BadModel(`${file}, input "${name}"`, `type ${info.type}`, types.join(" or "));
    }
    return true;
  };
  if (!take("input_ids", WHOLE, 2)) throw new BadModel(file, 'no input "input_ids"', "one, [batch, sequence] of int64");
  const mask = take("attention_mask", WHOLE, 2);
  const positions = take("position_ids", WHOLE, 2);
  const branch = take("use_cache_branch", ["bool"], 0);
  const keep = take("num_logits_to_keep", WHOLE, 0);

  const answers = new Map(outputs.map((info) => [info.name, info]));
  const logits = answers.get("logits");
  if (logits === undefined) throw new BadModel(file, 'no output "logits"', "one, [batch, sequence, vocabulary]");
  answers.delete("logits");
  const columns = demand(logits, "output", FLOAT, 3)[2];

  const cache: CachePart[] = [];
  for (const info of named.values()) {
    const part = /^past_key_values\.(\d+)\.(key|value)$/.exec(info.name);
    if (part === null) {
      const known =
        "input_ids, attention_mask, position_ids, use_cache_branch, num_logits_to_keep or past_key_values.N.key|value";
      throw new BadModel(`${file}, input "${info.name}"`, "an input that is not understood", known);
    }
    const where = `${file}, input "${info.name}"`;
    const [, heads = fallback.heads, , width = fallback.width] = demand(info, "input", FLOAT, 4).map((dimension) =>
      typeof dimension === "number" ? dimension : undefined,
    );
    if (heads === undefined || width === undefined) {
      throw new BadModel(where, "an open number of heads or width", "numbers, here or in config.json");
    }
    const output = info.name.replace("past_key_values", "present");
    const answer = answers.get(output);
    if (answer === undefined) throw new BadModel(file, `no output "${output}"`, `one, for the input "${info.name}"`);
    answers.delete(output);
    demand(answer, "output", [info.type as string], 4);
    cache.push({ input: info.name, output, type: info.type as CachePart["type"], heads, width });
  }
  for (const { name } of answers.values()) {
    // A present without a past: a model that starts a cache which it cannot take back.
    if (!/^present\.\d+\.(key|value)$/.test(name)) {
      throw new BadModel(
        `${file}, output "${name}"`,
        "an output that is not understood",
        "logits or present.N.key|value",
      );
    }
  }
  return { mask, positions, branch, keep, cache, columns: typeof columns === "number" ? columns : undefined };
}
