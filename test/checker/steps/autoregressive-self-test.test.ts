import { expect, test } from "vitest";
import { autoregressiveSelfTest } from "../../../src/checker/steps/autoregressive-self-test.ts";
import { caseIn } from "../whole/world.ts";
import { scripted } from "./scripted.ts";
import { twisted } from "./twisted.ts";

test("counts the sequences and tokens of all worlds", async () => {
  const cases = [caseIn("one"), caseIn("two")];
  const [row] = await autoregressiveSelfTest({ ...twisted(), cases });
  const tokens = 200 * Math.max(...(cases[0]?.budgets ?? []));
  expect(row).toEqual({
    step: "autoregressive self-test",
    verdict: "consistent",
    what: `the engine without speculation has the target's law: 200 sequences, ${tokens} tokens`,
    sequences: 200,
    tokens,
  });
});

test("an engine that fails without speculation is broken", async () => {
  const { context } = scripted({
    cases: [caseIn("one")],
    end: (_, received) => ({ kind: "error", received, sample: 0, message: "no such model", calls: [0, 0] }),
  });
  const rows = await autoregressiveSelfTest(context);
  expect(rows).toMatchObject([{ step: "autoregressive self-test", verdict: "broken" }]);
  expect(rows[0]?.what).toMatch(/^adapter or stub is wrong: .*no such model/);
});
