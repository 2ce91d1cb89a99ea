/** The unknowns of a monomial, each as often as it is a factor. */
export function factorsOf(monomial: string): number[] {
  return monomial === "" ? [] : monomial.split(",").map(Number);
}

/** The monomial with these factors: their sorted list. */
export function monomialOf(factors: readonly number[]): string {
  return factors.toSorted((a, b) => a - b).join();
}
