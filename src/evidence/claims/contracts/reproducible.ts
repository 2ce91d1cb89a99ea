import type { Contract } from "./contract.ts";
import { answerTo, requestOf, shownTokens, trials } from "./trials.ts";

/** The same randomness gives the same answer: alone, again, and among other requests, whichever they are. */
export const reproducible: Contract = (field, world, decoder, seed) => {
  const budget = world.lookahead + 3;
  for (const trial of trials) {
    const own = () => requestOf(field, world, seed, `own/${trial}`, budget);
    const mate = (name: string, wanted: number) => requestOf(field, world, seed, `${name}/${trial}`, wanted);
    const run = (requests: readonly ReturnType<typeof own>[], row: number): string =>
      shownTokens(world, answerTo(decoder.open(world)(requests), row).tokens);
    const alone = run([own()], 0);
    const settings = [
      ["run again", run([own()], 0)],
      ["before another request", run([own(), mate("mate", budget)], 0)],
      ["after another request", run([mate("mate", budget), own()], 1)],
      ["after a shorter request", run([mate("short", 1), own(), mate("mate", 2)], 1)],
    ] as const;
    for (const [at, found] of settings) {
      if (found !== alone) return { law: "reproducible", at, found, expected: `${alone}, as alone` };
    }
  }
  return undefined;
};
