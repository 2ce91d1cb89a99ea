import { UsageError } from "../system/usage.ts";
import type { CheckResult } from "./check-algorithm.ts";
import { Adapter } from "./process/adapter.ts";
import { AdapterFailure } from "./process/adapter-failure.ts";
import { Interrupted, OutOfTime } from "./process/ends.ts";
import type { Start } from "./process/start.ts";
import { AUTOREGRESSIVE } from "./steps/autoregressive-self-test.ts";
import { unstarted } from "./unstarted.ts";

/** Why no algorithm can be checked, and what stands in a report of that. */
export interface Unstarted {
  readonly why: string;
  readonly result: CheckResult;
}

/** The algorithms to check, as the adapter names them; why there are none where it does not even start. */
export async function chosenAlgorithms(
  start: Start,
  { algorithm, seed }: { readonly algorithm: string | undefined; readonly seed: number },
): Promise<string[] | Unstarted> {
  const none = (
    verdict: "broken" | "unknown",
    message: string,
    end: CheckResult["end"],
    errors: readonly string[] = [],
  ): Unstarted => ({
    why: [`${verdict}: ${message}`, ...errors].join(" | "),
    result: unstarted(algorithm ?? "every algorithm", seed, { verdict, what: message }, end, errors),
  });
  let known: readonly string[];
  try {
    const adapter = await Adapter.open(start);
    known = adapter.hello.algorithms;
    await adapter.close();
  } catch (error) {
    if (error instanceof AdapterFailure) return none("broken", error.message, "broken adapter", error.errors);
    if (error instanceof Interrupted) return none("unknown", error.message, "interruption");
    if (error instanceof OutOfTime) return none("unknown", error.message, "budget");
    throw error;
  }
  if (algorithm === undefined) {
    const others = known.filter((name) => name !== AUTOREGRESSIVE);
    return others.length === 0 ? [...known] : others;
  }
  const names = algorithm.split(",");
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`found the algorithm "${unknown}", expected one of the adapter's: ${known.join(", ")}`);
  return names;
}
