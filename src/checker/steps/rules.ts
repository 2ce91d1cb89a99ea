import type { Setting } from "../plan/case.ts";
import type { CheckRow } from "../verdict.ts";
import type { StepContext } from "./context.ts";
import { ExactCheck } from "./exact.ts";

/** Settings whose answers must keep exact rules; each setting is one run. */
const follow = async (
  context: StepContext,
  step: string,
  settings: readonly Partial<Setting>[],
  count: number,
  says: string,
): Promise<CheckRow> => {
  const check = new ExactCheck(context, step);
  let asked = 0;
  for (const setting of settings) {
    if (context.meter.spent) break;
    const got = await check.ask(setting, { run: `${step} ${JSON.stringify(setting)}`, count });
    if (got === undefined) continue;
    const found = await check.broken(got);
    if (found !== undefined) return check.row("refuted", found.what, found.kind);
    if (got.error !== undefined) return check.row("unknown", `the engine gives no answer: ${got.error}`);
    asked += 1;
  }
  if (asked === 0 && context.meter.spent) return check.row("not reached", "not reached within the budget");
  return asked === 0
    ? check.row("not applicable", "the adapter refuses these settings")
    : check.row("consistent", `${asked} settings: ${says}`);
};

/** At temperature 0 every answer is the target's likeliest tokens, whatever the lookahead and the budget. */
export function greedy(context: StepContext): Promise<CheckRow> {
  const settings = [1, 2, 3, 5].flatMap((lookahead) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((budget) => ({ lookahead, budgets: [budget], temperature: 0 })),
  );
  return follow(context, "greedy", settings, 1, "always the target's likeliest tokens");
}

/** Budgets from 1 to just past one block are met exactly where there is no stop token. */
export function lengths(context: StepContext): Promise<CheckRow> {
  const settings = [1, 3].flatMap((lookahead) =>
    Array.from({ length: lookahead + 2 }, (_, at) => ({ lookahead, budgets: [at + 1] })),
  );
  return follow(context, "length", settings, 8, "always as many tokens as asked");
}

/** An answer ends at the first stop token, whichever it is, in whatever order they are listed, also at the budget. */
export function stops(context: StepContext): Promise<CheckRow> {
  const settings = [[3], [3, 2], [2, 3]].flatMap((set) =>
    [2, 3, 4, 12].map((budget) => ({ lookahead: 3, stops: set, budgets: [budget] })),
  );
  return follow(context, "stop tokens", settings, 24, "always an end at the first stop token");
}
