// The laboratory without Node: what a web page, a worker or another runtime can run.
export type { Algorithm, Committed, Round } from "../core/algorithms/algorithm.ts";
export {
  type AlgorithmParts,
  defineAlgorithm,
  stateless,
} from "../core/algorithms/define-algorithm.ts";
export { promptTokens } from "../core/algorithms/parts/committed.ts";
export { algorithmOf, algorithms } from "../core/algorithms/registry.ts";
export type { Decoder } from "../core/decode/decoder.ts";
export { generate } from "../core/decode/generate.ts";
export { serve } from "../core/decode/serve.ts";
export { BudgetExceeded } from "../core/handlers/budget.ts";
export { counted } from "../core/handlers/count.ts";
export { enumerate } from "../core/handlers/enumerate.ts";
export { generationLaw } from "../core/handlers/generation-law.ts";
export { lawOf } from "../core/handlers/law-of.ts";
export { ProgramError } from "../core/handlers/program-error.ts";
export { stream } from "../core/handlers/random.ts";
export { sample, sampler } from "../core/handlers/sample.ts";
export { type Dist, dist, lazyDist, mass, pointMass, weightsOf } from "../core/law/dist.ts";
export { excess } from "../core/law/excess.ts";
export { normalise } from "../core/law/normalise.ts";
export { overlap } from "../core/law/overlap.ts";
export { pushforward } from "../core/law/pushforward.ts";
export { residual } from "../core/law/residual.ts";
export { restrict } from "../core/law/restrict.ts";
export { thinned } from "../core/law/thinned.ts";
export { MissingRow } from "../core/models/missing-row.ts";
export type { LanguageModel, Scored } from "../core/models/model.ts";
export { type DecidableField, type Field, sum } from "../core/num/field.ts";
export { float64 } from "../core/num/float64.ts";
export { parseRational, type Rational, rational } from "../core/num/rational.ts";
export type { Ask, Program } from "../core/program/program.ts";
export { fromUnicode, type Text } from "../core/vocab/text.ts";
export type { Tokenizer } from "../core/vocab/tokenizer.ts";
export { showTokens, spell, type Token, type Vocabulary } from "../core/vocab/vocabulary.ts";
export { BadInput } from "../core/worlds/bad-input.ts";
export { type WorldDescription, world } from "../core/worlds/described-world.ts";
export { parseWorld } from "../core/worlds/parse-world.ts";
export type { World } from "../core/worlds/world.ts";
export { acceptance as checkAcceptance } from "../evidence/claims/acceptance.ts";
export { breaches as contractBreaches } from "../evidence/claims/contracts/contracts.ts";
export { dominates as checkDominates } from "../evidence/claims/dominates.ts";
export { terminates as checkTerminates } from "../evidence/claims/terminates.ts";
export { defaultLimits, type Limits } from "../evidence/tiers/enumeration/contexts.ts";
export { roundGap } from "../evidence/tiers/enumeration/round-gap.ts";
export { targetLaw } from "../evidence/tiers/enumeration/target-law.ts";
export type { Judge, Tier } from "../evidence/tiers/tier.ts";
export type { TierName } from "../evidence/tiers/tier-name.ts";
export { tiers } from "../evidence/tiers/tiers.ts";
export type { Finding, Verdict, Witness } from "../evidence/tiers/verdict.ts";
// Whoever calls it brings code of their own: it is looked at as code that is not trusted.
export { examined as lossless } from "../evidence/untrusted/examined.ts";
