import type { Row } from "../kill-matrix/matrix.ts";

/** What became of a fault. `open`: its thread was open when it was read. `unknown`: the thread was not followed to its end. */
export type State = "wrong" | "open" | "repaired" | "on purpose" | "never released" | "unknown";

/** How much of the law is wrong: in what was measured, or in our model of the fault. */
export type Severity = "critical" | "high" | "medium" | "low";

/** A decoder in use that is wrong, or was. */
export interface EngineFinding {
  readonly id: string;
  readonly engine: string;
  /** The version that was run; undefined where only a thread was read. */
  readonly version: string | undefined;
  readonly state: State;
  /** Where it was repaired, or what stands between it and users. */
  readonly note: string;
  /** `new`: found here. `known`: told in a public thread. */
  readonly novelty: "new" | "known";
  readonly severity: Severity;
  readonly what: string;
  /** How large, and how it was measured. */
  readonly size: string;
  readonly source: string;
  readonly command: string;
}

/** What was run and refuted here, as `src/checker/FINDINGS.md` tells it. */
export const measured: readonly EngineFinding[] = [
  {
    id: "transformers-universal-assisted-generation",
    engine: "huggingface/transformers",
    version: "5.18.0",
    state: "wrong",
    note: "no repair is known",
    novelty: "new",
    severity: "critical",
    what: "sampling with two tokenizers accepts by a permutation of the law that drafted",
    size: "a token of probability 1/64 came 10 times in 20; e-value 10^8.8 after 5 sequences",
    source: "src/checker/FINDINGS.md",
    command: "lossless check --only foreign --algorithm tli hf",
  },
];

type Thread = readonly [State, string];

/** What the threads said when they were read, by address; those that are not here were not followed. */
const threads: Readonly<Record<string, Thread>> = {
  "apple/ml-recurrent-drafter/issues/6": ["open", ""],
  "ShopeeLLM/Spec-RL/issues/14": ["on purpose", "kept for training"],
  "vllm-project/vllm-ascend/issues/7807": ["repaired", "pull request 7808"],
  "vllm-project/vllm-ascend/pull/7808": ["repaired", "pull request 7808"],
  "Dao-AILab/flash-attention/pull/2779": ["never released", "closed without a merge"],
  "foundation-model-stack/fms-extras/issues/12": ["repaired", "pull request 17"],
  "vllm-project/vllm/pull/47386": ["repaired", "pull requests 47386 and 54282"],
  "vllm-project/vllm-ascend/pull/16370": ["open", ""],
  "vllm-project/vllm/issues/42744": ["never released", "vLLM refuses such requests"],
  "vllm-project/vllm/pull/42802": ["never released", "vLLM refuses such requests"],
  "vllm-project/vllm/pull/44297": ["repaired", "pull request 44297"],
  "huggingface/transformers/issues/30042": ["repaired", "pull request 30068"],
  "huggingface/transformers/issues/30413": ["repaired", "pull request 30068"],
  "huggingface/transformers/issues/47912": ["repaired", "pull request 48981"],
  "vllm-project/vllm/pull/41493": ["never released", "a repair that was closed"],
  "huggingface/transformers/pull/46124": ["never released", "closed without a merge"],
  "ggml-org/llama.cpp/issues/27972": ["open", ""],
  "vllm-project/vllm/issues/6038": ["repaired", "pull request 6034"],
};

const GITHUB = "https://github.com/";

const decimal = (fraction: string): number => {
  const [over = 0, under = 1] = fraction.split("/").map(Number);
  return over / under;
};

/** By the total variation of our model of the fault; a broken promise leaves the text right. */
export function severityOf(kind: Row["kind"], gap: string | null): Severity {
  if (kind !== "law" || gap === null) return "low";
  const size = decimal(gap);
  if (size >= 1 / 4) return "critical";
  return size >= 1 / 10 ? "high" : "medium";
}

const ORDER: readonly State[] = ["wrong", "open", "unknown", "on purpose", "never released", "repaired"];
const GRAVEST: readonly Severity[] = ["critical", "high", "medium", "low"];

/** What was measured, and every documented fault of a public thread: what is wrong today first, then the gravest. */
export function engineFindings(matrix: readonly Row[]): EngineFinding[] {
  const known = matrix
    .filter(({ documented, source }) => /^S\d/.test(documented ?? "") && source.startsWith(GITHUB))
    .map((row): EngineFinding => {
      const path = row.source.slice(GITHUB.length);
      const [state, note] = threads[path] ?? ["unknown", ""];
      return {
        id: row.mutant,
        engine: path.split("/").slice(0, 2).join("/"),
        version: undefined,
        state,
        note,
        novelty: "known",
        severity: severityOf(row.kind, row.gap),
        what: row.mechanism,
        size: row.gap === null ? "the law stays" : `total variation ${decimal(row.gap).toFixed(3)} in our model of it`,
        source: row.source,
        command: `lossless mutants ${row.mutant}`,
      };
    });
  const rank = (one: EngineFinding): number => 10 * ORDER.indexOf(one.state) + GRAVEST.indexOf(one.severity);
  return [...measured, ...known].sort((a, b) => rank(a) - rank(b));
}
