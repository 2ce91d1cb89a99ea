import { slrsNoProposalFromTarget } from "../../../fixtures/faults/slrs-no-proposal-from-target.ts";
import { slrsPsiAllLengths } from "../../../fixtures/faults/slrs-psi-all-lengths.ts";
import { slrsPsiExactSegmentations } from "../../../fixtures/faults/slrs-psi-exact-segmentations.ts";
import { sd } from "../../core/algorithms/sd.ts";
import { slem } from "../../core/algorithms/slem.ts";
import { slrs } from "../../core/algorithms/slrs.ts";
import { countSegmentations } from "../../core/vocab/segmentations.ts";
import { fromUnicode } from "../../core/vocab/text.ts";
import { vocabulary } from "../../core/vocab/vocabulary.ts";
import { type Case, compare, compared, type Finding, toyFile } from "./finding.ts";

const acceptance = (one: Case): string => compare(one).verdict.acceptance as string;

/** A finding that is one case: the law of its token under target and output. */
const refutedBy = (one: Case) => ({ cases: [one], counterexample: () => compared(one) });

const letters = toyFile({ a: "1/2", b: "1/6", ab: "1/3" }, { a: "3/5", b: "2/5" }, 2);

const conditions = [
  ["a point mass is not uniform, and both accept alike", { a: "1", b: "0" }],
  ["the uniform law is uniform, and exact match accepts less", { a: "1/2", b: "1/2" }],
] as const;

const lengths = [1, 2].map((lookahead) => ({
  file: toyFile({ a: "3/4", aa: "1/4" }, { a: "1" }, lookahead),
  algorithm: slrs,
}));

/** What does not hold in the paper on heterogeneous vocabularies (Timor2025), as printed or as it can be read. */
export const paperFindings: readonly Finding[] = [
  {
    id: "psi-exact-segmentations",
    claim: "ψ(t) may be summed over the drafts that spell t exactly (Lemma 3.1, Appendix C)",
    where: "A reading: Lemma 3.1 and Appendix C count the segmentations of t; the sum in Theorem 3.2 is another one.",
    repair: "ψ is the law of the first target token of the drafted text, drafts that go on past t included.",
    theorems: ["segmentation_psi_is_lossy", "pushforward_psi_control"],
    ...refutedBy({ file: letters, algorithm: slrsPsiExactSegmentations.algorithm }),
  },
  {
    id: "psi-all-lengths",
    claim: "ψ(t) may be summed over drafts of every length (Theorem 3.2 read without the stopping rule)",
    where: "A reading: the sum in Theorem 3.2 does not say at which drafts drafting has stopped.",
    repair: "The sum is over the drafts at which drafting stops, each once.",
    theorems: ["slrs_lossless"],
    ...refutedBy({ file: letters, algorithm: slrsPsiAllLengths.algorithm }),
  },
  {
    id: "no-proposal",
    claim: "a draft that the target cannot spell may be answered with a draw from p",
    where: "A reading: the paper asks for vocabularies that can spell each other and says nothing of other drafts.",
    repair: "No proposal is a rejection: the token comes from the residual.",
    theorems: ["no_proposal_draws_target_is_lossy", "slrs_lossless"],
    ...refutedBy({
      file: toyFile({ a: "1/2", b: "1/2" }, { a: "3/4", b: "0", c: "1/4" }, 1),
      algorithm: slrsNoProposalFromTarget.algorithm,
    }),
  },
  {
    id: "theorem-3.1-condition",
    claim:
      "with q = p, exact match accepts less than rejection exactly when p is not uniform (Theorem 3.1's condition)",
    where: "Theorem 3.1 asks that two tokens differ in probability; its proof shows something else.",
    repair: "Exact match accepts strictly less if and only if p is no point mass.",
    theorems: [
      "printed_condition_is_not_sufficient",
      "printed_condition_is_not_necessary",
      "exact_match_strictly_worse",
      "exact_match_point_mass",
    ],
    cases: conditions.flatMap(([, law]) => [slem, sd].map((algorithm) => ({ file: toyFile(law, law, 1), algorithm }))),
    counterexample: () =>
      conditions.map(([what, law]) => {
        const file = toyFile(law, law, 1);
        return `${what}: exact match ${acceptance({ file, algorithm: slem })}, rejection ${acceptance({ file, algorithm: sd })}. The condition is: p is no point mass.`;
      }),
  },
  {
    id: "lemma-3.1-count",
    claim: "with D all strings of length 1 to n, 2^(m−1) drafts have a text that starts with t, |t| = m (Lemma 3.1)",
    where: "Lemma 3.1 says “starts with”; its proof counts the drafts that spell t exactly.",
    repair: "2^(m−1) drafts spell t exactly; more have a text that starts with t.",
    theorems: ["segmentation_count", "starting_with_is_more"],
    cases: [],
    counterexample: () => {
      const strings = ["a", "b", "aa", "ab", "ba", "bb"];
      const texts = strings.map(fromUnicode);
      const { segmentations: spelled } = countSegmentations(
        vocabulary("drafter", texts, strings, null),
        fromUnicode("ab"),
      );
      const covering = texts.flatMap((d) =>
        d.startsWith("ab") ? [[d]] : "ab".startsWith(d) ? texts.map((e) => [d, e]) : [],
      );
      const starting = covering.filter((draft) => draft.join("").startsWith("ab")).length;
      return [
        `D = {${strings.join(", ")}}, t = ab: ${spelled} drafts spell ab exactly, as the lemma counts;`,
        `${starting} shortest drafts have a text that starts with ab, and Theorem 3.2 sums over those.`,
      ];
    },
  },
  {
    id: "larger-lookahead",
    claim: "a larger lookahead raises the acceptance of SLRS",
    where: "An expectation: the paper says that more drafts may raise the acceptance, and at which cost.",
    repair: "More drafts can lower it: the first target token moves from the short one to the long one.",
    theorems: ["slrs_acceptance"],
    cases: lengths,
    counterexample: () => lengths.map((one) => `${one.file.name}: acceptance ${acceptance(one)}`),
  },
];
