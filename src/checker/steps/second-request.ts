import type { CheckRow } from "../verdict.ts";
import type { StepContext } from "./context.ts";
import { answers, ExactCheck } from "./exact.ts";

/**
 * Prompts A, B, A in one process: the third answer is the first. A difference at temperature 0 refutes; under a seed it is
 * a breach of contract.
 */
export async function secondRequest(context: StepContext): Promise<CheckRow> {
  const check = new ExactCheck(context, "second request");
  let breach: string | undefined;
  for (const temperature of [0, 1]) {
    if (temperature === 1 && context.hello.seeds === "none") continue;
    const got: string[] = [];
    for (const [visit, prompt] of [[0], [1, 2], [0]].entries()) {
      const setting = { lookahead: 3, budgets: [10], temperature, prompts: [prompt] };
      const asked = await check.ask(setting, {
        run: `visit ${visit} at ${temperature}`,
        count: 1,
        seeds: [32_452_843],
      });
      if (asked === undefined) return check.row("not applicable", "the adapter refuses these settings");
      const found = await check.broken(asked);
      if (found !== undefined) return check.row("refuted", `request ${visit + 1}: ${found.what}`, found.kind);
      if (asked.error !== undefined) return check.row("unknown", `the engine gives no answer: ${asked.error}`);
      got.push(answers(asked).join());
    }
    if (got[0] === got[2]) continue;
    const what = `the first request gave ${got[0]}, the same one later ${got[2]}`;
    if (temperature === 0) return check.row("refuted", what, "greedy");
    breach ??= what;
  }
  return breach === undefined
    ? check.row("consistent", "a request gives the same answer after another one")
    : check.row("contract", `a request depends on those before it: ${breach}`);
}
