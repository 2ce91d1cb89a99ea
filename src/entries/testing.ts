// Tests of algorithms of one's own: arbitraries for fast-check, assertions for any runner, and a suite for Vitest.
export * from "../testing/arbitraries.ts";
export * from "../testing/assertions.ts";
export { type Description, describeAlgorithm } from "../testing/describe-algorithm.ts";
