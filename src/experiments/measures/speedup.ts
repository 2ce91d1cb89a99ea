/**
 * Expected tokens a round when every draft is accepted with the same chance, independently (Leviathan et al. 2023):
 * $(1 - \alpha^{\gamma+1}) / (1 - \alpha)$, and $\gamma + 1$ at $\alpha = 1$.
 */
export function tokensByFormula(acceptance: number, lookahead: number): number {
  return acceptance === 1 ? lookahead + 1 : (1 - acceptance ** (lookahead + 1)) / (1 - acceptance);
}

/** Tokens per unit of time over one token a target pass, when a drafter pass costs `cost` target passes. */
export function speedup(tokens: number, drafterPasses: number, cost: number): number {
  return tokens / (1 + cost * drafterPasses);
}
