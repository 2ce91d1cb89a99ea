import { excerpt, type Fields } from "./fields.ts";
import type { Hello } from "./messages.ts";
import { PROTOCOL } from "./messages.ts";
import { ProtocolError } from "./protocol-error.ts";

/** Reads what an adapter says of itself. */
export function readHello(at: Fields): Hello {
  const protocol = at.text("protocol");
  if (protocol !== PROTOCOL) throw new ProtocolError(`the protocol ${excerpt(protocol)}, expected ${PROTOCOL}`);
  const seeds = at.text("seeds", "sample");
  if (seeds !== "sample" && seeds !== "run" && seeds !== "none") at.refuse("seeds", '"sample", "run" or "none"');
  const algorithms = at.texts("algorithms");
  if (algorithms.length === 0) at.refuse("algorithms", "at least one");
  return {
    name: at.text("name"),
    version: String(at.scalar("version", "")),
    algorithms,
    tables: at.flag("tables", true),
    positions: at.flag("positions", true),
    maxOrder: at.whole("maxOrder", { missing: 16 }),
    maxVocabulary: at.whole("maxVocabulary", { missing: 1024 }),
    maxBatch: at.whole("maxBatch", { missing: 1 }),
    maxLookahead: at.whole("maxLookahead", { missing: 16 }),
    dtype: String(at.scalar("dtype", "float32")),
    logits: at.scalar("logits", true) !== false,
    seeds: seeds as Hello["seeds"],
    ...(at.has("vocabulary") ? { vocabulary: at.whole("vocabulary", { least: 2 }) } : {}),
    stops: at.whole("stops", { missing: 1 }),
    processors: at.texts("processors", []),
    rounds: at.flag("rounds", false),
    score: at.flag("score", false),
  };
}
