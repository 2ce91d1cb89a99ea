import { showTokens, type Token } from "../../core/vocab/vocabulary.ts";
import { CaseEvidence, type CaseLaw, type Impossible } from "../evidence/case-evidence.ts";
import { shownTally } from "../evidence/tally.ts";
import type { Case } from "../plan/case.ts";
import type { CheckRow, CheckWitness } from "../verdict.ts";
import { beginnings } from "./beginnings.ts";
import type { StepContext } from "./context.ts";
import { examineError } from "./examine-error.ts";
import { type Sampled, type Sampling, sample } from "./sample.ts";

/** One case on its way: sampled run by run, its evidence growing, until it is refuted, done or cannot go on. */
export class CaseTest {
  readonly at: Case;
  readonly evidence: CaseEvidence;
  readonly #context: StepContext;
  readonly #law: CaseLaw;
  /** Set once there is nothing more to sample. */
  row: CheckRow | undefined;
  #alarm: CheckRow["alarm"];

  constructor(context: StepContext, at: Case) {
    this.#context = context;
    this.at = at;
    this.#law = context.lawOf(at);
    this.evidence = new CaseEvidence(this.#law, at.prompts[0]?.length ?? 0);
  }

  /** Samples some runs and judges each sequence. */
  async advance(runs: readonly Sampling[]): Promise<void> {
    for (const sampling of runs) {
      if (this.row !== undefined || this.#context.meter.spent) return;
      const sampled = await sample(this.#context, this.at, sampling);
      await this.judge(sampling, sampled);
      if (this.row === undefined && sampled.ended !== undefined) {
        // This stands where the budget, the adapter or somebody outside ends the examination.
        this.end("unknown", `an error that was not examined: ${sampled.ended.message}`);
        this.row = await examineError(this.#context, this, sampling, sampled);
      }
    }
  }

  /** Judges what came of a run; the shortest answer that cannot be is the witness. */
  async judge({ run, budget, prompts }: Sampling, { sequences, seeds }: Sampled): Promise<void> {
    await this.#law.prepare?.(beginnings(prompts, sequences, this.#law.tokens));
    const { stops } = this.at;
    let shortest: { readonly found: Impossible; readonly index: number } | undefined;
    for (const { index, tokens } of sequences) {
      const prompt = prompts[index % prompts.length] ?? [];
      const before = this.evidence.tokens;
      const found = this.evidence.observe(tokens, { prompt, budget, stops });
      if (found !== undefined && (shortest === undefined || found.tokens.length < shortest.found.tokens.length))
        shortest = { found, index };
      this.#context.watch(this.at.name, this.evidence.sequences, this.evidence.log);
      if (found === undefined && this.evidence.peak < this.#context.threshold) continue;
      const last = found === undefined ? tokens.length : found.tokens.length;
      this.#alarm ??= { sequences: this.evidence.sequences, tokens: before + last };
      if (found !== undefined) continue;
      const what = `the e-value reached 10^${log10(this.evidence.peak)?.toFixed(1)}; ${this.#worst()}`;
      this.row ??= this.#row("refuted", what, {
        kind: "law",
        witness: this.#witness(run, index, prompt, tokens, seeds),
      });
    }
    if (shortest === undefined) return;
    const { found, index } = shortest;
    const witness = this.#witness(run, index, prompts[index % prompts.length] ?? [], found.tokens, seeds);
    this.row = this.#row("refuted", found.what, { kind: found.kind, witness });
  }

  /** The row of a case that has not been refuted. */
  end(verdict: CheckRow["verdict"], what: string, kind?: CheckRow["kind"]): CheckRow {
    this.row = this.#row(verdict, what, kind === undefined ? {} : { kind });
    return this.row;
  }

  #row(verdict: CheckRow["verdict"], what: string, more: Partial<CheckRow>): CheckRow {
    const { sequences, tokens, peak, log } = this.evidence;
    const impossible = more.kind !== undefined && more.kind !== "law";
    const evidence = { peak: impossible ? null : log10(peak), last: impossible ? null : log10(log) };
    const alarm = verdict === "refuted" && this.#alarm !== undefined ? { alarm: this.#alarm } : {};
    return { step: this.at.name, verdict, what, sequences, tokens, evidence, ...alarm, ...more };
  }

  #witness(
    run: string,
    index: number,
    prompt: readonly number[],
    tokens: readonly unknown[],
    seeds: readonly (number | null)[],
  ): CheckWitness {
    const { vocabulary } = this.at.world.target.tokenizer;
    const label = (token: unknown): string =>
      Number.isSafeInteger(token) && (token as number) >= 0 && (token as number) < vocabulary.size
        ? showTokens(vocabulary, [token as Token<"target">])
        : JSON.stringify(token);
    const text = tokens.map(label).join("·");
    return { world: this.at.file.name, prompt, tokens, text, seed: seeds[index] ?? null, run, index };
  }

  #worst(): string {
    const { worst } = this.evidence;
    return worst === undefined ? "" : shownTally(worst, (outcome) => this.#law.label(outcome));
  }
}

const log10 = (log: number): number | null => (Number.isFinite(log) ? log / Math.LN10 : null);
