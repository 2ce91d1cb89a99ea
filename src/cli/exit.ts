import type { Finding } from "../laws/verdict.ts";

/** Bad input or usage. */
export const BAD_INPUT = 2;

/** 1 when a row is refuted, else 3 when a row is unknown, else 0. */
export const exitStatus = (findings: readonly Finding[]): number =>
  findings.includes("refuted") ? 1 : findings.includes("unknown") ? 3 : 0;
