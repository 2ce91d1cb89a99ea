import { expect, test } from "vitest";
import { AdapterFailure } from "../../../src/checker/process/adapter-failure.ts";
import { takeSteps } from "../../../src/checker/steps/all-steps.ts";
import { Findings } from "../../../src/checker/steps/findings.ts";
import { caseIn } from "../whole/world.ts";
import { scripted } from "./scripted.ts";

test("the row of a step that was cut short has what this step has spent, and nothing of those before it", async () => {
  const { context } = scripted({
    cases: [caseIn("one")],
    sent: () => 3,
    end: () => {
      throw new AdapterFailure("gone");
    },
  });
  context.meter.spend(70);
  const found = new Findings();
  await takeSteps(context, found, "replay check", false);
  const { sequences, tokens } = context.meter;
  expect([sequences, tokens > 70]).toEqual([4, true]);
  expect(found.rows[0]).toEqual({
    step: "replay check",
    verdict: "broken",
    what: "gone",
    sequences: 3,
    tokens: tokens - 70,
  });
});
