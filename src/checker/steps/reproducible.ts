import type { CheckRow } from "../verdict.ts";
import type { StepContext } from "./context.ts";
import { answers, ExactCheck } from "./exact.ts";

const COUNT = 12;
const setting = { lookahead: 3, budgets: [12] };

/**
 * The same run twice in one process and once in a fresh one gives the same answers; a sequence asked for alone is the one
 * of the run; other seeds give other answers. A breach is one of contract: the law may be right all the same.
 */
export async function reproducible(context: StepContext): Promise<CheckRow> {
  const check = new ExactCheck(context, "reproducible");
  const { seeds } = context.hello;
  if (seeds === "none") return check.row("not applicable", "the adapter takes no seeds");
  const own = Array.from({ length: COUNT }, (_, i) => 7919 * (i + 1) + context.master * 104_729);
  const ask = async (of: readonly number[], run: string): Promise<string[] | undefined> => {
    const asked = await check.ask(setting, { run, count: of.length, seeds: of.map((seed) => seed % 2 ** 53) });
    return asked === undefined || asked.error !== undefined ? undefined : answers(asked);
  };
  const first = await ask(own, "first");
  if (first === undefined) return check.row("not applicable", "the adapter refuses these settings");
  const other = await ask(
    own.map((seed) => seed + 1_299_709),
    "other",
  );
  if (other?.join() === first.join()) return check.row("refuted", "other seeds give the same answers", "not random");
  const again = await ask(own, "again");
  const differs = difference(first, again);
  if (differs !== undefined) return check.row("contract", `not reproducible: in one process, ${differs}`);
  if (seeds === "sample") {
    const alone = await ask(own.slice(COUNT - 1), "alone");
    if (alone?.[0] !== first[COUNT - 1])
      return check.row("contract", "not reproducible: a sequence asked for alone is not the one of the run");
  }
  await context.bench.restart("fresh");
  const fresh = difference(first, await ask(own, "fresh"));
  if (fresh !== undefined) return check.row("contract", `not reproducible: in a fresh process, ${fresh}`);
  return check.row("consistent", "the same seeds give the same answers, other seeds others");
}

/** Where answers differ; the first request is named apart, since it alone often differs. */
const difference = (a: readonly string[], b: readonly string[] | undefined): string | undefined => {
  const wrong = a.flatMap((answer, at) => (answer === b?.[at] ? [] : [at]));
  if (wrong.length === 0) return undefined;
  return wrong.length === 1 && wrong[0] === 0
    ? "the first sequence differs and no other"
    : `${wrong.length} of ${a.length} sequences differ, the first at ${wrong[0]}`;
};
