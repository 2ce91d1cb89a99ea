import { type Survivor, survivorsOf } from "../survivor.ts";

/** The mutants of `src/algorithms` that survive and may. */
export const algorithms: readonly Survivor[] = [
  ...survivorsOf("src/algorithms/autoregressive.ts", "equivalent", "Any constant names the one state.", [
    ['key: () => "",', '() => "" → () => undefined'],
  ]),
];
