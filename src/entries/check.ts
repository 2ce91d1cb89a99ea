// The check of engines: adapters in TypeScript, the check of one algorithm, and what it says.
export {
  type Call,
  type CallResult,
  type Engine,
  type LoadedEngine,
  Refusal,
  serveAdapter,
} from "../checker/adapters/serve-adapter.ts";
export { type CheckPlan, type CheckResult, checkAlgorithm } from "../checker/check-algorithm.ts";
export { selfTest } from "../checker/self-test.ts";
export type { CheckRow, CheckVerdict, CheckWitness } from "../checker/verdict.ts";
