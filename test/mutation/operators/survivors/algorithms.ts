import { type Survivor, survivorsOf } from "../survivor.ts";

/** The mutants of `src/core/algorithms` that survive and may. */
export const algorithms: readonly Survivor[] = [
  ...survivorsOf("src/core/algorithms/autoregressive.ts", "equivalent", "Any constant names the one state.", [
    ['key: () => "",', '() => "" → () => undefined'],
  ]),
];
