import { printable } from "../../core/vocab/printable.ts";
import type { Io } from "../../system/io.ts";
import { Interrupted } from "../process/ends.ts";
import type { Start } from "../process/start.ts";
import { type Conformance, selfTest } from "../self-test.ts";
import type { CheckVerdict } from "../verdict.ts";

/** Tests an adapter's conformance to the protocol: broken where something failed, unknown where it takes no world at all. */
export async function conformance(start: Start, io: Io): Promise<CheckVerdict> {
  let rows: readonly Conformance[] = [];
  try {
    rows = await selfTest(start, (line) => io.progress(line));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    io.err("lossless: interrupted\n");
  }
  io.progress("");
  const lines = rows.map(({ what, passed, found }) =>
    passed === undefined
      ? `not applicable  ${what}: ${printable(found)}`
      : passed
        ? `passed          ${what}`
        : `failed          ${what}: ${printable(found)}`,
  );
  const bad = rows.filter(({ passed }) => passed === false).length;
  io.out(`${lines.join("\n")}\n\n${rows.length} checks of the protocol: ${bad} failed\n`);
  if (bad > 0) return "broken";
  // An adapter that refuses every world was asked for no sequence.
  const sampled = rows.some(({ what, passed }) => passed === true && what.startsWith("sends as many sequences"));
  if (!sampled) io.out("unknown: it sent no sequence, since it refuses every world of this suite\n");
  return sampled ? "consistent" : "unknown";
}
