// Tests of algorithms of one's own: arbitraries for fast-check, assertions for any runner, and a suite for Vitest.

export { normalizes as checkNormalizes } from "../evidence/claims/normalizes.ts";
export { contextClasses } from "../evidence/tiers/enumeration/contexts.ts";
export * from "../testing/arbitraries.ts";
export * from "../testing/assertions.ts";
export { type Description, describeAlgorithm } from "../testing/describe-algorithm.ts";
export { describeWorked, type Worked } from "../testing/describe-worked.ts";
