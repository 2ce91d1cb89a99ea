import { describe, expect, test } from "vitest";
import { BudgetExceeded } from "../../../src/core/handlers/budget.ts";
import { type EnumerateOptions, enumerate } from "../../../src/core/handlers/enumerate.ts";
import type { Choice } from "../../../src/core/handlers/exploration.ts";
import { ProgramError } from "../../../src/core/handlers/program-error.ts";
import { pointMass } from "../../../src/core/law/dist.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import type { Program } from "../../../src/core/program/program.ts";
import { law, ratio } from "../../support/toy-world.ts";

const run = <A>(program: Program<Rational, A>, options?: EnumerateOptions) => {
  const outcomes: [string, string][] = [];
  const paths: Choice[][] = [];
  const runs = enumerate(
    rational,
    program,
    (value, weight, choices) => {
      outcomes.push([String(value), rational.print(weight)]);
      paths.push(choices());
    },
    options,
  );
  return { outcomes, paths, runs };
};

const letter = law({ a: "1/3", b: "2/3" });

test("every path once, with its weight and its choices", () => {
  const { outcomes, paths, runs } = run((ask) => {
    const x = ask.sample("letter", () => letter);
    return x === "a" && ask.flip("again", () => ratio("1/4")) ? "aa" : x;
  });
  expect(outcomes).toEqual([
    ["aa", "1/12"],
    ["a", "1/4"],
    ["b", "2/3"],
  ]);
  expect(runs).toBe(3);
  expect(paths[0]).toEqual([
    { kind: "sample", label: "letter", value: "a" },
    { kind: "flip", label: "again", value: true },
  ]);
});

test("a program without questions has one path of weight 1", () => {
  expect(run(() => 7)).toMatchObject({ outcomes: [["7", "1"]], runs: 1 });
});

test("branches of weight zero are never taken, and laws behind them never computed", () => {
  const { outcomes } = run((ask) => {
    if (ask.flip("never", () => rational.zero)) ask.sample("nothing", () => expect.unreachable());
    if (!ask.flip("surely", () => rational.one)) ask.sample("nothing", () => expect.unreachable());
    if (ask.possible("possible", () => rational.zero)) expect.unreachable();
    return ask.sample("letter", () => law({ z: "0", a: "1", y: "0" }));
  });
  expect(outcomes).toEqual([["a", "1"]]);
});

test("laws are not computed again on replay", () => {
  let computed = 0;
  run((ask) => {
    ask.sample("first", () => {
      computed++;
      return letter;
    });
    ask.sample("second", () => letter);
  });
  expect(computed).toBe(1);
});

test("a draw from a law without mass is an error", () => {
  expect(() => run((ask) => ask.sample("residual", () => law({ a: "0" })))).toThrow(
    new ProgramError('"residual" draws from a law without mass'),
  );
});

describe("hidden state", () => {
  const counting = () => {
    let runs = 0;
    return () => runs++;
  };
  test("another label on replay", () => {
    const count = counting();
    expect(() => run((ask) => ask.flip(`run ${count()}`, () => ratio("1/2")))).toThrow(
      'a replay asked "run 1" where "run 0" was asked before',
    );
  });
  test("a replay that ends early", () => {
    const count = counting();
    expect(() => run((ask) => count() === 0 && ask.flip("coin", () => ratio("1/2")))).toThrow("a replay ended before");
  });
  describe("in laws is caught in checking mode, and only there", () => {
    const leaky = (): Program<Rational, boolean> => {
      const count = counting();
      return (ask) => ask.flip("coin", () => (count() === 0 ? ratio("1/2") : ratio("1/3")));
    };
    test("a chance", () => {
      expect(() => run(leaky(), { checking: true })).toThrow('"coin" has another law when it is asked again');
      expect(run(leaky()).outcomes).toHaveLength(2);
    });
    test("a support", () => {
      const count = counting();
      const program: Program<Rational, string> = (ask) =>
        ask.sample("letter", () => (count() === 0 ? letter : law({ b: "1/3", a: "2/3" })));
      expect(() => run(program, { checking: true })).toThrow(ProgramError);
    });
    test("a possibility", () => {
      const count = counting();
      const program: Program<Rational, string> = (ask) => {
        ask.possible("mass", () => (count() === 0 ? rational.one : rational.zero));
        return ask.sample("letter", () => letter);
      };
      expect(() => run(program, { checking: true })).toThrow(ProgramError);
    });
    test("a pure program passes", () => {
      const program: Program<Rational, string> = (ask) => {
        ask.possible("mass", () => rational.one);
        return ask.sample("letter", () => letter) + ask.flip("coin", () => ratio("1/5"));
      };
      expect(run(program, { checking: true })).toEqual(run(program));
    });
  });
});

describe("merging", () => {
  /** The sum of six dice, of which only the sum so far matters. */
  const dice: Program<Rational, number> = (ask) => {
    let sum = 0;
    for (let die = 0; die < 6; die++) {
      sum += ask.sample("die", () => ({ support: [1, 2, 3], weight: () => ratio("1/3") }));
      ask.merge("thrown", () => String(sum));
    }
    return sum;
  };
  const total = (options?: EnumerateOptions): Record<string, string> => {
    const sums = new Map<string, Rational>();
    enumerate(
      rational,
      dice,
      (value, weight) => sums.set(String(value), rational.add(sums.get(String(value)) ?? rational.zero, weight)),
      options,
    );
    return Object.fromEntries([...sums].map(([sum, weight]) => [sum, rational.print(weight)]));
  };
  test("on and off, one law", () => {
    expect(total()).toEqual(total({ merging: false }));
    expect(total({ checking: true })).toEqual(total());
    expect(total()[6]).toBe("1/729");
  });
  test("explores far fewer paths", () => {
    expect(run(dice, { merging: false }).runs).toBe(3 ** 6);
    expect(run(dice).runs).toBeLessThan(150);
  });
  test("a key that forgets what matters gives another law", () => {
    const forgetful: Program<Rational, string> = (ask) => {
      const x = ask.sample("letter", () => letter);
      ask.merge("drawn", () => "");
      return x;
    };
    expect(run(forgetful).outcomes).toEqual([["a", "1"]]);
    expect(run(forgetful, { merging: false }).outcomes).toEqual([
      ["a", "1/3"],
      ["b", "2/3"],
    ]);
  });
});

describe("budgets", () => {
  const coins: Program<Rational, void> = (ask) => {
    for (let i = 0; i < 10; i++) ask.flip("coin", () => ratio("1/2"));
  };
  test("of paths", () => {
    expect(() => run(coins, { budget: { paths: 1000, states: 10 } })).toThrow(new BudgetExceeded("paths", 1000));
    expect(run(coins, { budget: { paths: 1024, states: 10 } }).runs).toBe(1024);
  });
  test("of states", () => {
    const keyed: Program<Rational, void> = (ask) => {
      const drawn = Array.from({ length: 5 }, () => ask.flip("coin", () => ratio("1/2")));
      ask.merge("drawn", () => drawn.join());
    };
    expect(() => run(keyed, { budget: { paths: 1000, states: 31 } })).toThrow("its budget of 31 states");
    expect(run(keyed, { budget: { paths: 1000, states: 32 } }).outcomes).toHaveLength(32);
  });
});

test("a point mass opens no other path", () => {
  expect(run((ask) => ask.sample("sure", () => pointMass(rational, 1))).runs).toBe(1);
});
