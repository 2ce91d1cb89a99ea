// Statistics: the tier, tests with rates at every sample size, tests in the limit, sequential tests, monitors, sizes.

export { acceptedMass, measuredAcceptance } from "../evidence/claims/measured-acceptance.ts";
export { type AcceptanceBand, AcceptanceMonitor } from "../evidence/stats/acceptance-monitor.ts";
export { AimedProcess, type Fault } from "../evidence/stats/aimed-process.ts";
export { benjaminiHochberg } from "../evidence/stats/benjamini-hochberg.ts";
export { bonferroni, eBonferroni } from "../evidence/stats/bonferroni.ts";
export { averageEvidence, productEvidence } from "../evidence/stats/combine-e-values.ts";
export { DirichletProcess } from "../evidence/stats/dirichlet-process.ts";
export { eBenjaminiHochberg } from "../evidence/stats/e-benjamini-hochberg.ts";
export type { EProcess } from "../evidence/stats/e-process.ts";
export { exactMultinomialTest } from "../evidence/stats/exact-multinomial-test.ts";
export { chiSquaredTest, gTest } from "../evidence/stats/goodness-of-fit.ts";
export { klSamplesFor } from "../evidence/stats/kl-samples-for.ts";
export { klTest } from "../evidence/stats/kl-test.ts";
export { kolmogorovTest } from "../evidence/stats/kolmogorov-test.ts";
export { LawMonitor } from "../evidence/stats/law-monitor.ts";
export { type Alarm, Monitor, type MonitorPlan } from "../evidence/stats/monitor.ts";
export { monteCarloTest } from "../evidence/stats/monte-carlo-test.ts";
export { permutationTest } from "../evidence/stats/permutation-test.ts";
export { samplesFor as chiSquaredSamplesFor } from "../evidence/stats/samples-for.ts";
export { type Partition, SequenceProcess } from "../evidence/stats/sequence-process.ts";
export { likelihoodRatio, pearson, type Statistic } from "../evidence/stats/statistic.ts";
export { supportTest } from "../evidence/stats/support-test.ts";
export { empirical, totalVariation } from "../evidence/stats/total-variation.ts";
export {
  certifyTotalVariation,
  type TotalVariationCertificate,
} from "../evidence/stats/total-variation-certificate.ts";
export { totalVariationTest } from "../evidence/stats/total-variation-test.ts";
export { twoSampleChiSquaredTest, twoSampleGTest } from "../evidence/stats/two-sample-test.ts";
export type { Finding as StatisticalFinding, Rates, StatisticalVerdict } from "../evidence/stats/verdict.ts";
export { consistent, type StatisticsPlan } from "../evidence/tiers/statistics/consistent.ts";
export { sampledLaw } from "../evidence/tiers/statistics/sampled-law.ts";
