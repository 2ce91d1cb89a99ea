import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { z3Solver } from "../../../../src/evidence/tiers/symbolic/solver.ts";

const solver = z3Solver(1_000_000);
afterAll(() => solver.close());
const about = (unknowns: readonly number[], ...assertions: readonly string[]) => ({
  text: [
    "(set-logic QF_NRA)",
    ...[0, 1, 12].map((number) => `(declare-const u${number} Real)`),
    ...assertions.map((assertion) => `(assert ${assertion})`),
  ].join("\n"),
  unknowns,
});
const shown = async (query: ReturnType<typeof about>) => {
  const answer = await solver.ask(query);
  if (answer.found !== "point") return answer.found;
  return answer.point && Object.fromEntries([...answer.point].map(([at, value]) => [at, rational.print(value)]));
};

describe("z3", () => {
  test("finds that there is no point", async () => {
    expect(await solver.ask(about([0], "(< (* u0 u0) 0.0)"))).toEqual({ found: "none" });
  });
  test("finds a point, its values read as fractions: of the unknowns that are asked about", async () => {
    const query = ["(= (* 3.0 u0) 2.0)", "(= u1 5.0)", "(= (* 12.0 u12) 1.0)"];
    expect(await shown(about([0, 1, 12], ...query))).toEqual({ 0: "2/3", 1: "5", 12: "1/12" });
    expect(await shown(about([12], ...query))).toEqual({ 12: "1/12" });
    expect(await shown(about([0, 12], "(= (* 12.0 u0) 35.0)", "(= u12 34.0)"))).toEqual({ 0: "35/12", 12: "34" });
  });
  test("finds values that are written on two lines", async () => {
    const [above, below] = ["9".repeat(90), "7".repeat(61)];
    const found = await shown(about([0, 1], `(= (* ${below}.0 u0) ${above}.0)`, "(= u1 1.0)"));
    expect(found).toEqual({ 0: rational.print(rational.ratio(BigInt(above), BigInt(below))), 1: "1" });
  });
  test("does not read a point that is irrational or negative", async () => {
    expect(await solver.ask(about([0], "(= (* u0 u0) 2.0)", "(> u0 0.0)"))).toEqual({
      found: "point",
      point: undefined,
    });
    expect(await solver.ask(about([0], "(= (* 3.0 u0) (- 2.0))"))).toEqual({ found: "point", point: undefined });
    // Unless nobody asked about it.
    expect(await shown(about([1], "(= (* u0 u0) 2.0)", "(= u1 1.0)"))).toEqual({ 1: "1" });
  });
  test("gives up after as much work as it is given", async () => {
    const query = about([0], "(= (+ (* u0 u0 u0) (* u1 u1 u1)) (* u12 u12 u12 7.0))", "(> u0 1.0)", "(> u1 u0)");
    const lazy = z3Solver(1);
    expect(await lazy.ask(query)).toEqual({ found: "unknown" });
    await lazy.close();
    expect((await solver.ask(query)).found).toBe("point");
  });
  test("keeps no process alive: its workers are told so, and no timer is left behind", async () => {
    const { unref } = Worker.prototype;
    const told = new Set<Worker>();
    Worker.prototype.unref = function (): void {
      told.add(this);
      unref.call(this);
    };
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const before = timers();
    const questions = 5;
    try {
      for (let i = 0; i < questions; i++) await solver.ask(about([0], "(= u0 1.0)"));
    } finally {
      Worker.prototype.unref = unref;
    }
    expect(told.size).toBeGreaterThan(0);
    // Others may have begun a timer meanwhile, but not one for each question.
    expect(timers() - before).toBeLessThan(questions);
  });
  test("answers questions in turn, also after one that failed", async () => {
    const failing = {
      get text(): string {
        throw new Error("no text");
      },
      unknowns: [],
    };
    const queries = [about([0], "(= 1.0 2.0)"), failing, about([0], "(= u0 1.0)"), about([0], "(= 1.0 2.0)")];
    const answers = await Promise.allSettled(queries.map((query) => solver.ask(query)));
    expect(answers).toMatchObject([
      { value: { found: "none" } },
      { reason: { message: "no text" } },
      { value: { found: "point" } },
      { value: { found: "none" } },
    ]);
  });
  test("is each solver's own: two answer at once, and one that was closed opens again", async () => {
    const [one, other] = [z3Solver(1_000_000), z3Solver(1_000_000)];
    const query = about([0], "(= u0 1.0)");
    const asked = [one, other, one, other].map((each) => each.ask(query));
    // Closing waits for what was asked before.
    const closed = one.close();
    expect((await Promise.all(asked)).map(({ found }) => found)).toEqual(new Array(4).fill("point"));
    await closed;
    expect((await one.ask(query)).found).toBe("point");
    await Promise.all([one.close(), other.close()]);
  });
  test("ends its workers when it is closed, and has none before the first question", async () => {
    const { terminate } = Worker.prototype;
    let ended = 0;
    Worker.prototype.terminate = function (): Promise<number> {
      ended++;
      return terminate.call(this);
    };
    try {
      const opened = z3Solver(1_000_000);
      await opened.close();
      expect(ended).toBe(0);
      await opened.ask(about([0], "(= u0 1.0)"));
      await opened.close();
      expect(ended).toBeGreaterThan(0);
    } finally {
      Worker.prototype.terminate = terminate;
    }
  });
});
