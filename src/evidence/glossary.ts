/** A word of the answers, and what it means. */
export interface Term {
  readonly term: string;
  /** Other ways to write it. */
  readonly also?: readonly string[];
  readonly says: string;
}

/** The words that commands, pages and guides use, in plain English, in alphabetical order. */
export const GLOSSARY: readonly Term[] = [
  {
    term: "acceptance",
    says: "The probability that the first drafted token of a round is kept. It says how useful the drafter is; a lossless algorithm may have any acceptance.",
  },
  {
    term: "adapter",
    says: "A program that drives somebody's decoder for lossless check. It reads worlds on standard input and writes sampled sequences on standard output.",
  },
  {
    term: "all real laws",
    says: "A scope of the symbolic tier: the statement holds for every choice of probabilities on the world's token strings, not only for those in the file.",
  },
  {
    term: "alpha",
    also: ["α", "false alarm"],
    says: "The probability that a statistical test refutes correct code. Each sampled row states its own.",
  },
  {
    term: "bonus token",
    also: ["bonus"],
    says: "The extra token that a round draws from the target when all drafted tokens were kept.",
  },
  {
    term: "consistent",
    says: "The verdict of a statistical test that found no difference. It is no proof: a difference below the detectable size would not have been seen.",
  },
  {
    term: "context",
    also: ["contexts", "context class"],
    says: "What a round starts from: the tokens so far, as far as the two models and the algorithm read them. The column contexts counts the different ones that rounds can reach.",
  },
  {
    term: "contract",
    says: "What a round promises besides its law: token ids that exist, at least one token, nothing after a stop token, the same result for the same choices.",
  },
  {
    term: "control",
    says: "Correct code that looks faulty, or code that is known to change the law. It tests the tests.",
  },
  {
    term: "detectable TV",
    also: ["TV seen", "detectable"],
    says: "The smallest total variation that a statistical test sees with the power that it states.",
  },
  {
    term: "draft",
    says: "The tokens that the drafter proposes in one round, before the target judges them.",
  },
  {
    term: "drafter",
    also: ["D", "draft model"],
    says: "The cheap model that proposes tokens. Here it may have another vocabulary than the target.",
  },
  {
    term: "e-value",
    also: ["e-process"],
    says: "How much a bettor who suspects a fault has won against the claim that there is none. If the claim is true, the e-value reaches 1/α with probability at most α, however long one looks. So 10^8.8 is strong evidence.",
  },
  {
    term: "enumeration",
    says: "The tier that runs every choice of one round in exact fractions and compares the law of its output with the target's.",
  },
  {
    term: "every horizon",
    says: "A scope: the statement holds for outputs of any length. One round from each context has the target's law, and all rounds start from one of these contexts.",
  },
  {
    term: "exercised",
    says: "What the worlds that were tried could have shown. A fault that needs something that no world has is not seen.",
  },
  {
    term: "fault",
    also: ["mutant", "known fault"],
    says: "A wrong version of an algorithm, often one that an engine has shipped. The tests must refute it.",
  },
  {
    term: "gap",
    says: "The total variation between the law of one round, completed with target samples, and the target's law, in the worst context. Lossless means that the gap is exactly 0.",
  },
  {
    term: "horizon",
    says: "A number of output tokens. The scope horizon ≤ n says that outputs up to n tokens were looked at.",
  },
  {
    term: "kill matrix",
    says: "The table of known faults against the tiers: which tier refutes which fault.",
  },
  {
    term: "law",
    says: "A probability distribution, for example of the next token or of a whole text.",
  },
  {
    term: "lookahead",
    also: ["K", "gamma"],
    says: "The number of tokens that the drafter proposes in one round.",
  },
  {
    term: "lossless",
    says: "The output of the algorithm has exactly the law of the target alone, in every context and for every length.",
  },
  {
    term: "oracle",
    says: "The tier that compares the TypeScript code with the functions of the proved theorems, which were extracted from the proofs.",
  },
  {
    term: "power",
    says: "The probability that a statistical test sees a difference of the detectable size.",
  },
  {
    term: "proved",
    says: "A verdict without doubt within its scope: the laws are equal as fractions or as formulas, not only close.",
  },
  {
    term: "psi",
    also: ["ψ", "ψ(t)"],
    says: "The probability that the drafter's tokens, read as text, begin with the text of one target token t. SLRS needs it, and it can be expensive.",
  },
  {
    term: "refuted",
    says: "A verdict: the law is wrong. A witness shows a text whose probability is wrong and the choices that lead there.",
  },
  {
    term: "residual",
    says: "The law that a rejected token is replaced from: what the target's law has more than the drafter's, scaled to sum to 1.",
  },
  {
    term: "round",
    says: "One step of an algorithm: draft, judge, emit at least one token.",
  },
  {
    term: "scope",
    says: "How far a verdict reaches: every horizon, horizon ≤ n, or all real laws.",
  },
  {
    term: "shared tokens",
    also: ["T ∩ D", "overlap"],
    says: "The tokens that target and drafter both have, compared as text.",
  },
  {
    term: "statistics",
    says: "The tier that samples whole outputs and tests their frequencies. It refutes or finds consistent; it never proves.",
  },
  {
    term: "stop token",
    also: ["eos"],
    says: "The token that ends the output. Nothing may follow it.",
  },
  {
    term: "symbolic",
    says: "The tier that runs one round with formulas in place of numbers and proves the equality for all real laws.",
  },
  {
    term: "target",
    also: ["T"],
    says: "The model whose law the output must have.",
  },
  {
    term: "tier",
    says: "A way to settle whether an algorithm is lossless: theorem, oracle, symbolic, enumeration, statistics; the strongest first.",
  },
  {
    term: "tokens/round",
    also: ["expected tokens"],
    says: "The mean number of tokens that the first round emits. Plain decoding has 1.",
  },
  {
    term: "total variation",
    also: ["TV"],
    says: "The distance between two laws: the largest difference in the probability of any event. 0 means equal, 1 means that they never say the same.",
  },
  {
    term: "unknown",
    says: "A verdict: the question was not settled, for example because the world is too large for this tier. The row says why.",
  },
  {
    term: "witness",
    says: "The evidence of a refutation: a prompt, a text, its probability under the target and under the algorithm, and the choices that lead there.",
  },
  {
    term: "world",
    says: "A target, a drafter, a prompt and a lookahead in one JSON file. Its probabilities are exact fractions.",
  },
];
