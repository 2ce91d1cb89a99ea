import fc from "fast-check";
import { at as itemAt } from "../core/num/at.ts";
import { anyWeights, lawFile, type Placed, type Weights } from "./weights.ts";
import type { ModelFile, RowFile } from "./world-file.ts";

/** A model before the vocabulary is known; contexts are numbers that choose tokens. */
export interface ModelChoice {
  readonly kind: "markov" | "table";
  readonly order: number;
  readonly period: number;
  readonly rows: readonly {
    readonly context: readonly number[];
    readonly position: number;
    readonly weights: Weights;
  }[];
  readonly otherwise: Weights;
}

/** Markov models of order 0 to 2, some with a period, and sometimes tables that read their whole history. */
export function anyModelChoice(tables = true): fc.Arbitrary<ModelChoice> {
  return fc.record({
    kind: fc.oneof(
      { withCrossShrink: true },
      { weight: 5, arbitrary: fc.constant("markov" as const) },
      { weight: 1, arbitrary: fc.constant(tables ? ("table" as const) : ("markov" as const)) },
    ),
    order: fc.nat({ max: 2 }),
    period: fc.oneof(
      { withCrossShrink: true },
      { weight: 4, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 3 }) },
    ),
    rows: fc.array(
      fc.record({
        context: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
        position: fc.nat({ max: 2 }),
        weights: anyWeights(),
      }),
      { maxLength: 3 },
    ),
    otherwise: anyWeights(),
  });
}

/** The model of a choice. A table's rows continue `prompt`, the labels of the side's own prompt tokens. */
export function modelFile(choice: ModelChoice, labels: readonly Placed[], prompt: readonly string[]): ModelFile {
  const { kind, order, period } = choice;
  const rows = new Map<string, RowFile>();
  for (const { context, position, weights } of choice.rows) {
    const chosen = context.map((n) => itemAt(labels, n % labels.length).label);
    const labelled = kind === "table" ? [...prompt, ...chosen] : order === 0 ? [] : chosen.slice(-order);
    const at = position % period;
    const row = { context: labelled, ...(period === 1 ? {} : { position: at }), next: lawFile(labels, weights) };
    rows.set(JSON.stringify([at, labelled]), row);
  }
  const shared = {
    rows: [...rows.values()],
    otherwise: lawFile(labels, choice.otherwise),
    ...(period === 1 ? {} : { period }),
  };
  return kind === "table" ? { kind, ...shared } : { kind, order, ...shared };
}
