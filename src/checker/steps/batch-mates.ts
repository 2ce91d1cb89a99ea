import { at } from "../../core/num/at.ts";
import type { CheckRow } from "../verdict.ts";
import type { StepContext } from "./context.ts";
import { answers, ExactCheck } from "./exact.ts";

const PROMPTS = [[0], [1], [2], [1]];
const STOP = 3;

/**
 * A row of a batch is the row alone: exactly at temperature 0, where a difference refutes; under its seed otherwise, where
 * a difference is a breach of contract and the world of lanes decides by law. Rows end at different times, by a stop token.
 */
export async function batchMates(context: StepContext): Promise<CheckRow> {
  const check = new ExactCheck(context, "batch mates");
  if (context.hello.maxBatch < PROMPTS.length) return check.row("not applicable", "the engine takes no batches of 4");
  let breach: string | undefined;
  for (const temperature of [0, 1]) {
    const setting = { lookahead: 3, budgets: [10], temperature, stops: context.hello.stops > 0 ? [STOP] : [] };
    const seeds = PROMPTS.map((_, row) => 15_485_863 * (row + 1));
    const batch = await check.ask(
      { ...setting, prompts: PROMPTS },
      { run: `batch at ${temperature}`, count: 4, seeds },
    );
    if (batch === undefined) return check.row("not applicable", "the adapter refuses these settings");
    const found = await check.broken(batch);
    if (found !== undefined) return check.row("refuted", `in a batch: ${found.what}`, "batch");
    if (batch.error !== undefined) return check.row("unknown", `the engine gives no answer: ${batch.error}`);
    if (context.hello.seeds !== "sample" && temperature !== 0) continue;
    for (const [row, prompt] of PROMPTS.entries()) {
      const seed = [at(seeds, row)];
      const alone = await check.ask(
        { ...setting, prompts: [prompt] },
        { run: `row ${row} at ${temperature}`, count: 1, seeds: seed },
      );
      const [mine] = alone === undefined ? [] : answers(alone);
      const theirs = answers(batch)[row];
      if (mine === theirs) continue;
      const what = `row ${row} of a batch gives ${theirs}, alone ${mine}`;
      if (temperature === 0) return check.row("refuted", what, "batch");
      breach ??= what;
    }
  }
  return breach === undefined
    ? check.row("consistent", "each row of a batch is the row alone")
    : check.row("contract", `a row depends on its batch mates under its own seed: ${breach}`);
}
