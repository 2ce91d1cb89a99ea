import type { CheckVerdict } from "../checker/verdict.ts";
import type { Finding } from "../evidence/tiers/verdict.ts";

/** Bad input or usage. */
export const BAD_INPUT = 2;

/** Nothing refuted, something not known. */
export const UNKNOWN = 3;

/** The gravest first, and the status of each: a fault that was found counts more than what could not be looked at. */
const STATUS: readonly (readonly [Finding | CheckVerdict, number])[] = [
  ["refuted", 1],
  ["broken", BAD_INPUT],
  ["unknown", UNKNOWN],
];

/** 1 when something is refuted, else 2 when an adapter is broken, else 3 when something is unknown, else 0. */
export function exitStatus(findings: readonly (Finding | CheckVerdict)[]): number {
  return STATUS.find(([finding]) => findings.includes(finding))?.[1] ?? 0;
}
