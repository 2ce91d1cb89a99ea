import { printable } from "../../core/vocab/printable.ts";
import type { CheckResult } from "../check-algorithm.ts";
import type { ReportFrame } from "./frame.ts";

/** A result and its frame. */
export interface Reported {
  readonly result: CheckResult;
  readonly frame: ReportFrame;
}

/**
 * A result for people: every text in it, wherever it came from, is {@link printable}. Names of adapters, worlds, tokens and
 * algorithms and all that an engine says come from outside.
 */
export function printed({ result, frame }: Reported): Reported {
  return { result: shown(result) as CheckResult, frame: shown(frame) as ReportFrame };
}

const shown = (value: unknown): unknown => {
  if (typeof value === "string") return printable(value);
  if (Array.isArray(value)) return value.map(shown);
  if (value instanceof Map) return new Map([...value].map(([key, of]) => [shown(key), of]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, shown(of)]));
};
