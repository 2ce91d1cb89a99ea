/**
 * A polynomial over numbered unknowns with whole coefficients: monomial to coefficient, none of them zero. A monomial is the
 * sorted list of its unknowns, `"3,3,7"`; the constant one is `""`.
 */
export type Polynomial = ReadonlyMap<string, bigint>;

export const constant = (value: bigint): Polynomial => (value === 0n ? new Map() : new Map([["", value]]));

export const unknown = (index: number): Polynomial => new Map([[String(index), 1n]]);

/** The unknowns of a monomial, each as often as it is a factor. */
export const factorsOf = (monomial: string): number[] => (monomial === "" ? [] : monomial.split(",").map(Number));

export const monomialOf = (factors: readonly number[]): string => factors.toSorted((a, b) => a - b).join();

const products = new Map<string, string>();
const PRODUCTS_KEPT = 500_000;
let multiplied = 0;

/** Products of two monomials that this thread has formed so far: a clock that shows work, the same on every machine. */
export const monomialProducts = (): number => multiplied;

export const multiplyMonomials = (a: string, b: string): string => {
  multiplied++;
  if (a === "") return b;
  if (b === "") return a;
  const name = `${a}|${b}`;
  let product = products.get(name);
  if (product === undefined) {
    product = monomialOf([...factorsOf(a), ...factorsOf(b)]);
    if (products.size >= PRODUCTS_KEPT) products.clear();
    products.set(name, product);
  }
  return product;
};

const addTo = (sum: Map<string, bigint>, monomial: string, coefficient: bigint): void => {
  const total = (sum.get(monomial) ?? 0n) + coefficient;
  if (total === 0n) sum.delete(monomial);
  else sum.set(monomial, total);
};

/** $a + \text{scale} \cdot b$. */
export const plus = (a: Polynomial, b: Polynomial, scale = 1n): Polynomial => {
  const sum = new Map(a);
  for (const [monomial, coefficient] of b) addTo(sum, monomial, scale * coefficient);
  return sum;
};

export const minus = (a: Polynomial, b: Polynomial): Polynomial => plus(a, b, -1n);

export const times = (a: Polynomial, b: Polynomial): Polynomial => {
  const product = new Map<string, bigint>();
  for (const [m, c] of a) for (const [n, d] of b) addTo(product, multiplyMonomials(m, n), c * d);
  return product;
};

export const negated = (a: Polynomial): Polynomial => new Map([...a].map(([monomial, c]) => [monomial, -c]));

const keys = new WeakMap<Polynomial, string>();

/** A text that determines the polynomial. */
export const keyOf = (a: Polynomial): string => {
  let key = keys.get(a);
  if (key === undefined) {
    const terms = [...a].map(([monomial, c]) => `${c}*${monomial}`);
    key = terms.sort().join("+");
    keys.set(a, key);
  }
  return key;
};

/** All unknowns that occur. */
export const unknownsOf = (a: Polynomial): Set<number> => new Set([...a.keys()].flatMap(factorsOf));

/** The polynomial with another one in place of an unknown. */
export const substitute = (a: Polynomial, index: number, value: Polynomial): Polynomial => {
  const powers: Polynomial[] = [constant(1n)];
  let sum: Polynomial = new Map();
  for (const [monomial, c] of a) {
    const factors = factorsOf(monomial);
    const rest = factors.filter((factor) => factor !== index);
    const power = factors.length - rest.length;
    while (powers.length <= power) powers.push(times(powers.at(-1) as Polynomial, value));
    sum = plus(sum, times(new Map([[rest.join(), c]]), powers[power] as Polynomial));
  }
  return sum;
};
