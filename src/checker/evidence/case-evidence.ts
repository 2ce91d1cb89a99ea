import { at as itemAt } from "../../core/num/at.ts";
import { SequenceProcess } from "../../evidence/stats/sequence-process.ts";
import { MOST_CELLS, partitions } from "./partitions.ts";
import { excess, type Tally } from "./tally.ts";

/** The law that a case is tested against. */
export interface CaseLaw {
  /** The number of ids. */
  readonly tokens: number;
  /** The number of classes of tokens that are told apart. */
  readonly outcomes: number;
  /** Names all that the law after a context depends on. */
  state(context: readonly number[]): string;
  /** The probabilities of the classes. */
  after(context: readonly number[], promptLength: number): readonly number[];
  /** The class of a token. */
  place(context: readonly number[], token: number): number;
  /** A class for people. */
  label(outcome: number): string;
  /** How far the logits may be wrong; 0 for tables. */
  readonly rounding: number;
  /** Gets ready for these contexts, where laws must be asked for. */
  prepare?(contexts: readonly (readonly number[])[]): Promise<void>;
}

/** What one sequence must keep to. */
export interface SequenceRules {
  readonly prompt: readonly number[];
  readonly budget: number;
  readonly stops: readonly number[];
}

/** Something that cannot be, seen in one sequence: no statistics is needed. */
export interface Impossible {
  readonly kind: "ids" | "support" | "stop" | "length";
  /** The shortest beginning of the answer that shows it. */
  readonly tokens: readonly unknown[];
  readonly what: string;
}

/** The evidence of one case: every token of every sequence against the exact law given the whole emitted past. */
export class CaseEvidence {
  readonly #law: CaseLaw;
  readonly #process: SequenceProcess;
  readonly #tallies = new Map<string, Tally>();
  sequences = 0;
  tokens = 0;

  constructor(law: CaseLaw, promptLength: number) {
    this.#law = law;
    this.#process = new SequenceProcess(
      law.outcomes,
      partitions(promptLength, (past) => law.state(past)),
      MOST_CELLS,
    );
  }

  /** Takes a sequence; what in it cannot be, if anything. */
  observe(tokens: readonly unknown[], { prompt, budget, stops }: SequenceRules): Impossible | undefined {
    this.sequences += 1;
    const { tokens: ids, rounding } = this.#law;
    const past = [...prompt];
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as number;
      const seen = tokens.slice(0, at + 1);
      if (!Number.isSafeInteger(token) || token < 0 || token >= ids)
        return { kind: "ids", tokens: seen, what: `${JSON.stringify(token)} is no id from 0 to ${ids - 1}` };
      if (at > 0 && stops.includes(tokens[at - 1] as number))
        return { kind: "stop", tokens: seen, what: `${tokens.length - at} token(s) after the stop token` };
      if (at >= budget)
        return { kind: "length", tokens: seen, what: `${tokens.length} tokens where ${budget} were asked` };
      const law = this.#law.after(past, prompt.length);
      const place = this.#law.place(past, token);
      if (law[place] === 0)
        return { kind: "support", tokens: seen, what: `token ${token} has probability 0 after ${past.join(" ")}` };
      this.#process.observe(past, place, law, rounding);
      this.#tally(this.#law.state(past), place, law);
      this.tokens += 1;
      past.push(token);
    }
    const stopped = tokens.length > 0 && stops.includes(tokens.at(-1) as number);
    if (tokens.length < budget && !stopped)
      return { kind: "length", tokens, what: `${tokens.length} tokens where ${budget} were asked, and no stop token` };
    return undefined;
  }

  /** What came how often where, for reports only. */
  #tally(state: string, outcome: number, law: readonly number[]): void {
    let tally = this.#tallies.get(state);
    if (tally === undefined) {
      if (this.#tallies.size === MOST_CELLS) return;
      tally = { state, seen: law.map(() => 0), expected: law.map(() => 0) };
      this.#tallies.set(state, tally);
    }
    const { seen, expected } = tally;
    seen[outcome] = itemAt(seen, outcome) + 1;
    law.forEach((p, x) => {
      expected[x] = itemAt(expected, x) + p;
    });
  }

  /** The state whose tokens are furthest from their law. */
  get worst(): Tally | undefined {
    return [...this.#tallies.values()].sort((a, b) => excess(b) - excess(a))[0];
  }

  /** $\ln E$ now. */
  get log(): number {
    return this.#process.logValue;
  }

  /** $\ln$ of the largest value so far. */
  get peak(): number {
    return this.#process.logPeak;
  }
}
