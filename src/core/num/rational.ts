import type { Accumulator, DecidableField } from "./field.ts";

/**
 * An exact non-negative rational: a numerator over a positive denominator, in general not reduced.
 *
 * The greatest common divisor is the cost of exact arithmetic, so fractions stay unreduced until their denominator
 * exceeds {@link REDUCE_ABOVE}, and equal denominators are kept shared.
 *
 * @example
 * parseRational("1/3") instanceof Rational; // → true
 */
export class Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;

  constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** `a < b` on objects is silently false in JavaScript, so that any such comparison throws instead. */
  [Symbol.toPrimitive](): never {
    throw new TypeError("a rational weight was used as a number: compare with the field's compare()");
  }

  toString(): string {
    return printRational(this);
  }
}

const REDUCE_ABOVE = 1n << 384n;

const SAFE = 1n << 53n;

/** Euclid's algorithm, in doubles as soon as both numbers are below 2^53, where a division costs less. */
const gcd = (a: bigint, b: bigint): bigint => {
  while (b >= SAFE || a >= SAFE) {
    if (b === 0n) return a;
    const rest = a % b;
    a = b;
    b = rest;
  }
  let x = Number(a);
  let y = Number(b);
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return BigInt(x);
};

/** The least common multiple of the denominators, in lowest terms, of all `values`. */
export function commonDenominator(values: Iterable<Rational>): bigint {
  let common = 1n;
  for (const value of values) {
    const { denominator } = reduced(value);
    common *= denominator / gcd(common, denominator);
  }
  return common;
}

/** Lowest terms. */
export function reduced(a: Rational): Rational {
  if (a.denominator === 1n) return a;
  const divisor = gcd(a.numerator, a.denominator);
  return divisor === 1n ? a : new Rational(a.numerator / divisor, a.denominator / divisor);
}

const fraction = (numerator: bigint, denominator: bigint): Rational => {
  const value = new Rational(numerator, denominator);
  return denominator > REDUCE_ABOVE ? reduced(value) : value;
};

const zero = new Rational(0n, 1n);
const one = new Rational(1n, 1n);

const printRational = (a: Rational): string => {
  const { numerator, denominator } = reduced(a);
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
};

/** The nearest double; scaled first, so that numerators and denominators of thousands of bits do not overflow. */
const toNumber = (a: Rational): number => {
  if (a.numerator === 0n) return 0;
  const shift = BigInt(a.denominator.toString(2).length - a.numerator.toString(2).length + 64);
  const scaled = shift >= 0n ? (a.numerator << shift) / a.denominator : a.numerator / (a.denominator << -shift);
  return Number(scaled) * 2 ** -Number(shift);
};

/**
 * Adds numerators denominator by denominator: the paths to one outcome share few denominators, and runs of them share one,
 * so that most additions are one addition of whole numbers.
 */
class RationalSum implements Accumulator<Rational> {
  private numerator: bigint;
  private denominator: bigint;
  private others: Map<bigint, bigint> | undefined;

  constructor(first: Rational) {
    this.numerator = first.numerator;
    this.denominator = first.denominator;
  }
  add({ numerator, denominator }: Rational): void {
    if (denominator === this.denominator) {
      this.numerator += numerator;
      return;
    }
    this.others ??= new Map();
    this.others.set(this.denominator, this.numerator);
    this.numerator = numerator + (this.others.get(denominator) ?? 0n);
    this.denominator = denominator;
  }
  total(): Rational {
    let total = new Rational(this.numerator, this.denominator);
    for (const [denominator, numerator] of this.others ?? []) {
      if (denominator !== this.denominator) total = rational.add(total, new Rational(numerator, denominator));
    }
    return total;
  }
}

/**
 * Weights as exact rationals over BigInt: what a verdict of equality is decided in.
 *
 * @example
 * rational.print(rational.add(rational.ratio(1n, 3n), rational.ratio(1n, 6n))); // → "1/2"
 */
export const rational: DecidableField<Rational> = {
  zero,
  one,
  ratio: (numerator, denominator) => {
    if (denominator <= 0n || numerator < 0n) {
      throw new RangeError(`${numerator}/${denominator} is not a weight: expected numerator >= 0 and denominator > 0`);
    }
    return new Rational(numerator, denominator);
  },
  add: (a, b) => {
    if (a.numerator === 0n) return b;
    if (b.numerator === 0n) return a;
    if (a.denominator === b.denominator) return new Rational(a.numerator + b.numerator, a.denominator);
    return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
  },
  mul: (a, b) => {
    if (a === one) return b;
    if (b === one) return a;
    return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
  },
  div: (a, b) => {
    if (b.numerator === 0n) throw new RangeError(`division of ${printRational(a)} by zero`);
    if (a.denominator === b.denominator) return fraction(a.numerator, b.numerator);
    return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
  },
  monus: (a, b) => {
    if (b.numerator === 0n) return a;
    if (a.denominator === b.denominator) {
      return a.numerator > b.numerator ? new Rational(a.numerator - b.numerator, a.denominator) : zero;
    }
    const numerator = a.numerator * b.denominator - b.numerator * a.denominator;
    return numerator > 0n ? fraction(numerator, a.denominator * b.denominator) : zero;
  },
  min: (a, b) => (a.numerator * b.denominator <= b.numerator * a.denominator ? a : b),
  accumulator: (first) => new RationalSum(first),
  isZero: (a) => a.numerator === 0n,
  equal: (a, b) => a.numerator * b.denominator === b.numerator * a.denominator,
  compare: (a, b) => {
    const left = a.numerator * b.denominator;
    const right = b.numerator * a.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  },
  toNumber,
  print: printRational,
};

/**
 * Reads `3`, `0` or `3/10`; anything else is undefined.
 *
 * @example
 * rational.print(parseRational("2/6")); // → "1/3"
 * parseRational("1/0"); // → undefined
 */
export function parseRational(text: string): Rational | undefined {
  const match = /^(\d+)(?:\/(\d+))?$/.exec(text);
  if (!match) return undefined;
  const denominator = BigInt(match[2] ?? "1");
  return denominator === 0n ? undefined : new Rational(BigInt(match[1] as string), denominator);
}
