import { CaseEvidence } from "../evidence/case-evidence.ts";
import { type Case, outOfReach, type Setting } from "../plan/case.ts";
import { OutOfTokens } from "../process/ends.ts";
import type { Sequence } from "../process/run-end.ts";
import type { CheckRow } from "../verdict.ts";
import { beginnings } from "./beginnings.ts";
import type { StepContext } from "./context.ts";
import { type Sampling, sample } from "./sample.ts";

/** Counts what one exact check asked for, and makes its row. */
export class ExactCheck {
  readonly #context: StepContext;
  readonly #step: string;
  sequences = 0;
  tokens = 0;

  constructor(context: StepContext, step: string) {
    this.#context = context;
    this.#step = step;
  }

  /** The first exact world that the adapter can be asked this in; undefined where it refuses all of them. */
  async ask(
    setting: Partial<Setting>,
    sampling: Omit<Sampling, "prompts" | "budget" | "algorithm"> & { readonly algorithm?: string },
  ): Promise<Asked | undefined> {
    for (const at of this.#context.exactCases(setting)) {
      if (outOfReach(this.#context.hello, at) !== undefined) continue;
      const [budget = 1] = at.budgets;
      const asked = { algorithm: this.#context.algorithm, ...sampling, budget, prompts: at.prompts };
      const { sequences, ended } = await sample(this.#context, at, asked);
      if (ended?.kind === "refused") continue;
      this.sequences += sequences.length;
      for (const { tokens } of sequences) this.tokens += tokens.length;
      // Answers that are missing for want of budget must not look like answers that differ.
      if (ended === undefined && sequences.length < asked.count) throw new OutOfTokens();
      return { at, sequences, error: ended?.message };
    }
    return undefined;
  }

  /** The first answer that breaks the rules of its setting whatever the law: foreign ids, wrong lengths, tokens after a stop. */
  async broken({
    at,
    sequences,
  }: Asked): Promise<{ readonly kind: CheckRow["kind"]; readonly what: string } | undefined> {
    const [budget = 1] = at.budgets;
    const law = this.#context.lawOf(at);
    await law.prepare?.(beginnings(at.prompts, sequences, law.tokens));
    const evidence = new CaseEvidence(law, at.prompts[0]?.length ?? 0);
    for (const { index, tokens } of sequences) {
      const prompt = at.prompts[index % at.prompts.length] ?? [];
      const found = evidence.observe(tokens, { prompt, budget, stops: at.stops });
      if (found === undefined) continue;
      const kind = found.kind === "support" ? (at.temperature === 0 ? "greedy" : "support") : found.kind;
      const where = `${at.file.name}, lookahead ${at.lookahead}, budget ${budget}, stops ${JSON.stringify(at.stops)}`;
      return { kind, what: `${found.what} (${where}; answer ${tokens.join(" ")})` };
    }
    return undefined;
  }

  row(verdict: CheckRow["verdict"], what: string, kind?: CheckRow["kind"]): CheckRow {
    const { sequences, tokens } = this;
    return { step: this.#step, verdict, ...(kind === undefined ? {} : { kind }), what, sequences, tokens };
  }
}

/** What was asked in which world, and what came. */
export interface Asked {
  readonly at: Case;
  readonly sequences: readonly Sequence[];
  readonly error: string | undefined;
}

/** The answers as text, to be compared. */
export function answers({ sequences }: Asked): string[] {
  return sequences.map(({ tokens }) => tokens.join(" "));
}
