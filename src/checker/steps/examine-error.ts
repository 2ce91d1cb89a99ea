import type { Case } from "../plan/case.ts";
import { AdapterFailure } from "../process/adapter-failure.ts";
import type { CheckRow } from "../verdict.ts";
import type { StepContext } from "./context.ts";
import { type Sampled, type Sampling, sample } from "./sample.ts";

/** The test of a case whose run ended early. */
export interface EndedTest {
  readonly at: Case;
  readonly evidence: { readonly sequences: number };
  end(verdict: CheckRow["verdict"], what: string, kind?: CheckRow["kind"]): CheckRow;
}

/**
 * What an early end of a run means. A refusal is a legal answer. An error that comes again for the same seed in a fresh
 * process refutes, since the answers that did come are no random sample; unless no answer ever came in this world, which
 * says nothing about the law. All else is unknown.
 */
export async function examineError(
  context: StepContext,
  test: EndedTest,
  sampling: Sampling,
  { sequences, seeds, ended }: Sampled,
): Promise<CheckRow> {
  const { kind, message } = ended ?? { kind: "short", message: "" };
  if (kind === "refused") return test.end("not applicable", `the adapter refuses: ${message}`);
  if (kind === "short") return test.end("unknown", `${message}; what is missing may be anything`);
  const failed = sequences.length;
  const again = async (seed: (number | null)[], run: string): Promise<boolean> => {
    await context.bench.restart(run);
    const one = { ...sampling, run, count: seed.length, seeds: seed };
    try {
      return (await sample(context, test.at, one)).ended?.kind === "error";
    } catch (error) {
      if (error instanceof AdapterFailure) return true;
      throw error;
    }
  };
  const width = sampling.prompts.length;
  const from = context.hello.seeds === "sample" ? failed - (failed % width) : 0;
  const repeats = await again(seeds.slice(from, failed - (failed % width) + width), `${sampling.run}-again`);
  if (!repeats) return test.end("unknown", `an error that did not come again: ${message}`);
  const never = test.evidence.sequences === 0 && (await again(seeds.slice(0, width).map(other), "other-seed"));
  if (never) return test.end("unknown", `the engine gives no answer in this world: ${message}`);
  return test.end(
    "refuted",
    `sequence ${failed} of ${sampling.run} fails whenever it is asked for: ${message}`,
    "terminates",
  );
}

/** Another seed. */
const other = (seed: number | null): number | null => (seed === null ? null : (seed + 1_000_003) % 2 ** 53);
