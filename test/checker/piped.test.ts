import { expect, test } from "vitest";
import { inProcess } from "../../src/checker/adapters/in-process.ts";
import { adapterCommand } from "../../src/checker/adapters/locate.ts";
import { zooEngine } from "../../src/checker/adapters/zoo-engine.ts";
import { type CheckPlan, checkAlgorithm } from "../../src/checker/check-algorithm.ts";
import { defaultLimits } from "../../src/checker/process/limits.ts";

// Machines that are busy need longer to start a process.
const limits = { ...defaultLimits, hello: 600, ready: 120, first: 120, next: 120 };

const checked = (fault: string, only: string, here: Partial<CheckPlan>) =>
  checkAlgorithm({
    start: { command: adapterCommand(["zoo"]), limits, now: () => performance.now() },
    algorithm: fault,
    seed: 1,
    budget: {},
    only,
    progress: () => undefined,
    ...here,
  });

test.each([
  ["slice-one-late", "clock"],
  ["draft-in-low-precision", "between"],
  ["bonus-from-the-drafter", "greedy"],
])("behind the protocol %s is refuted in %s after the same sequences as in this process", async (fault, only) => {
  const piped = await checked(fault, only, {});
  const { rows } = piped;
  const of = rows.filter(({ step }) => step === only);
  expect(of.map(({ verdict }) => verdict)).toEqual(["refuted"]);
  expect(of[0]?.alarm?.sequences ?? 0).toBeLessThanOrEqual(300);
  const here = await checked(fault, only, { open: async () => inProcess(zooEngine()) });
  expect([rows, piped.sequences, piped.tokens]).toEqual([here.rows, here.sequences, here.tokens]);
});

test("behind the protocol a right decoder of the zoo gives the same evidence as in this process, and no alarm", async () => {
  const piped = await checked("served-right", "carousel-lookahead-1", {});
  const here = await checked("served-right", "carousel-lookahead-1", { open: async () => inProcess(zooEngine()) });
  expect(piped.rows).toEqual(here.rows);
  const of = piped.rows.filter(({ tokens }) => tokens > 0);
  expect(of.map(({ verdict, sequences, alarm }) => [verdict, sequences, alarm])).toEqual([
    ["consistent", 100, undefined],
  ]);
});
