import { factorsOf, monomialOf } from "./monomial.ts";

/** The formulas of a row are too large to be added up. Nothing is decided. */
export class TooMuchWork extends Error {
  constructor(products: number) {
    super(`stopped after ${products.toLocaleString("en")} products of monomials`);
    this.name = "TooMuchWork";
  }
}

/** Products that are found again. */
const PRODUCTS_KEPT = 500_000;

/**
 * The work of one row: it counts the products of monomials that the row forms, a clock that is the same on every machine,
 * and keeps them. Every row has its own, so that no verdict depends on what else is judged meanwhile.
 */
export class Work {
  readonly #products = new Map<string, string>();
  #formed = 0;
  #limit: number;

  constructor(limit: number = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
  }

  /** Products formed so far, those that were found again included. */
  get formed(): number {
    return this.#formed;
  }

  /** Products that it may form. */
  get limit(): number {
    return this.#limit;
  }

  /** From now on the row may form this many products, those that it has formed included. */
  allow(limit: number): void {
    this.#limit = limit;
  }

  /** Throws when the row has taken more than it may. */
  check(): void {
    if (this.#formed > this.#limit) throw new TooMuchWork(this.#limit);
  }

  /** The product of two monomials. */
  multiply(a: string, b: string): string {
    this.#formed++;
    if (a === "") return b;
    if (b === "") return a;
    const name = `${a}|${b}`;
    let product = this.#products.get(name);
    if (product === undefined) {
      product = monomialOf([...factorsOf(a), ...factorsOf(b)]);
      if (this.#products.size >= PRODUCTS_KEPT) this.#products.clear();
      this.#products.set(name, product);
    }
    return product;
  }
}
