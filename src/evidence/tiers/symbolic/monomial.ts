/** The unknowns of a monomial, each as often as it is a factor. */
export const factorsOf = (monomial: string): number[] => (monomial === "" ? [] : monomial.split(",").map(Number));

/** The monomial with these factors: their sorted list. */
export const monomialOf = (factors: readonly number[]): string => factors.toSorted((a, b) => a - b).join();
