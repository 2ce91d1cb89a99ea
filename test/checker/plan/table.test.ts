import { expect, test } from "vitest";
import { gauntlet } from "../../../src/checker/plan/gauntlet.ts";

/** A prompt in short: its ids, or how many they are. */
const short = (prompt: readonly number[]): string => (prompt.length > 8 ? `${prompt.length}x` : prompt.join("."));

// What a check asks is part of what its verdict means: each case, its world, and everything that is asked of an engine there.
test("the plan, case by case", () => {
  const lines = gauntlet().map((at) =>
    [
      at.name,
      at.file.name,
      at.sequences,
      `n=${at.lookahead}`,
      `t=${at.temperature}`,
      `budgets ${at.budgets}`,
      `stops ${at.stops}`,
      `prompts ${at.prompts.map(short).join("/")}`,
      JSON.stringify(at.processors),
    ].join(" | "),
  );
  expect(`\n${lines.join("\n")}\n`).toBe(`
clock | clock | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
clock-lookahead-1 | clock | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
clock-half-temperature | clock | 100 | n=3 | t=0.5 | budgets 12 | stops  | prompts 0 | {}
memory | memory | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
memory-lookahead-1 | memory | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
memory-half-temperature | memory | 100 | n=3 | t=0.5 | budgets 12 | stops  | prompts 0 | {}
lanes | lanes | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0/2/4/6 | {}
lanes-lookahead-1 | lanes | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0/2/4/6 | {}
lanes-half-temperature | lanes | 100 | n=3 | t=0.5 | budgets 12 | stops  | prompts 0/2/4/6 | {}
carousel | carousel | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
carousel-lookahead-1 | carousel | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
carousel-half-temperature | carousel | 100 | n=3 | t=0.5 | budgets 12 | stops  | prompts 0 | {}
twins | twins | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
twins-lookahead-1 | twins | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
twins-half-temperature | twins | 100 | n=3 | t=0.5 | budgets 12 | stops  | prompts 0 | {}
relay | relay | 300 | n=2 | t=1 | budgets 12 | stops  | prompts 0 | {}
relay-lookahead-1 | relay | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
relay-half-temperature | relay | 100 | n=2 | t=0.5 | budgets 12 | stops  | prompts 0 | {}
relay-one-block | relay | 300 | n=2 | t=1 | budgets 2 | stops  | prompts 0 | {}
mirror | mirror | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
mirror-lookahead-1 | mirror | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
mirror-half-temperature | mirror | 100 | n=3 | t=0.5 | budgets 12 | stops  | prompts 0 | {}
loud-drafter | loud-drafter | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
loud-target | loud-target | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
between | between | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
renumbered | renumbered | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
stop | stop | 300 | n=3 | t=1 | budgets 12,1,2,3,4,5 | stops 2 | prompts 0 | {}
stop-lookahead-1 | stop | 100 | n=1 | t=1 | budgets 12,1,2,3,4,5 | stops 2 | prompts 0 | {}
stop-half-temperature | stop | 100 | n=3 | t=0.5 | budgets 12,1,2,3,4,5 | stops 2 | prompts 0 | {}
stop-pair | stop-pair | 100 | n=3 | t=1 | budgets 12,1,2,3,4,5 | stops 1,2 | prompts 0 | {}
stop-pair-reversed | stop-pair | 100 | n=3 | t=1 | budgets 12,1,2,3,4,5 | stops 2,1 | prompts 0 | {}
foreign | foreign | 300 | n=3 | t=1 | budgets 4 | stops  | prompts 1 | {}
foreign-lookahead-1 | foreign | 300 | n=1 | t=1 | budgets 2 | stops  | prompts 1 | {}
foreign-half-temperature | foreign | 100 | n=3 | t=0.5 | budgets 4 | stops  | prompts 1 | {}
spellings | spellings | 300 | n=3 | t=1 | budgets 6 | stops  | prompts 0 | {}
spellings-lookahead-1 | spellings | 100 | n=1 | t=1 | budgets 6 | stops  | prompts 0 | {}
spellings-half-temperature | spellings | 100 | n=3 | t=0.5 | budgets 6 | stops  | prompts 0 | {}
spellings-across | spellings-across | 300 | n=3 | t=1 | budgets 6 | stops  | prompts 0 | {}
spellings-across-lookahead-1 | spellings-across | 100 | n=1 | t=1 | budgets 6 | stops  | prompts 0 | {}
spellings-across-half-temperature | spellings-across | 100 | n=3 | t=0.5 | budgets 6 | stops  | prompts 0 | {}
candidates | candidates | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
stop-residual | stop-residual | 300 | n=3 | t=1 | budgets 12 | stops 2 | prompts 0 | {}
race | race | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
sure-draft | sure-draft | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
unscaled | unscaled | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
uncapped | uncapped | 300 | n=2 | t=1 | budgets 12 | stops  | prompts 1 | {}
unspelled | unspelled | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
runs | runs | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 3 | {}
alternating | alternating | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 1 | {}
merging | merging | 300 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {}
successor | successor | 300 | n=1 | t=1 | budgets 12 | stops  | prompts 1 | {}
stop-words | stop-words | 300 | n=3 | t=1 | budgets 12 | stops 3 | prompts 0 | {}
carousel-bias | carousel | 100 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {"bias":{"1":-10000}}
carousel-presence | carousel | 100 | n=3 | t=1 | budgets 3 | stops  | prompts 0 | {"presence":10000}
carousel-min-p | carousel | 100 | n=3 | t=1 | budgets 12 | stops  | prompts 0 | {"minP":0.5}
hindsight | hindsight | 64 | n=3 | t=1 | budgets 12 | stops  | prompts 0.1 | {}
fair-stop | fair-stop | 200 | n=3 | t=1 | budgets 12 | stops 1 | prompts 0 | {}
fair-stop-lookahead-1 | fair-stop | 200 | n=1 | t=1 | budgets 12 | stops 1 | prompts 0 | {}
spelt | spelt | 64 | n=3 | t=1 | budgets 3 | stops  | prompts 2 | {}
refrain | refrain | 150 | n=3 | t=1 | budgets 12 | stops  | prompts 20x | {}
coins-lookahead-1 | coins | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
tosses-lookahead-1 | tosses | 100 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
tosses-lookahead-2 | tosses | 100 | n=2 | t=1 | budgets 12 | stops  | prompts 0 | {}
wide | wide | 150 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {}
wide-drafter-top-k | wide | 64 | n=1 | t=1 | budgets 12 | stops  | prompts 0 | {"drafterTopK":50}
ragged | ragged | 64 | n=3 | t=1 | budgets 12 | stops  | prompts 0/1.0/2.3.1/3.2.1.0.1 | {}
ragged-stops | ragged | 64 | n=3 | t=1 | budgets 12 | stops 3 | prompts 0/1.0/2.0.1/1.2.1.0.1 | {}
clock-ragged | clock | 32 | n=3 | t=1 | budgets 12 | stops  | prompts 0/1.0/2.3.1/3.2.1.0.1 | {}
lanes-ragged | lanes | 32 | n=3 | t=1 | budgets 12 | stops  | prompts 0/3.2/5.4.4/7.6.6.6.7 | {}
`);
});
