import { type DecidableField, type Field, runningSum } from "./field.ts";

type Operation = "add" | "mul" | "div" | "monus" | "min";

/** A weight as a formula over named unknowns: a variable, a constant ratio, or an operation on two formulas. */
export class Expr {
  readonly kind: "variable" | "constant" | Operation;
  readonly name: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly left: Expr | undefined;
  readonly right: Expr | undefined;

  private constructor(
    kind: Expr["kind"],
    name: string,
    numerator: bigint,
    denominator: bigint,
    left?: Expr,
    right?: Expr,
  ) {
    this.kind = kind;
    this.name = name;
    this.numerator = numerator;
    this.denominator = denominator;
    this.left = left;
    this.right = right;
  }

  /** An unknown; its name stands between bars in SMT-LIB text and so holds neither a bar nor a backslash. */
  static variable(name: string): Expr {
    if (/[|\\]/.test(name)) throw new RangeError(`found the unknown "${name}", expected a name without | and \\`);
    return new Expr("variable", name, 0n, 1n);
  }
  static constant(numerator: bigint, denominator: bigint): Expr {
    return new Expr("constant", "", numerator, denominator);
  }
  static operation(kind: Operation, left: Expr, right: Expr): Expr {
    return new Expr(kind, "", 0n, 1n, left, right);
  }

  /** A formula has no order: a program that compares weights would fix one case of an unknown law. */
  [Symbol.toPrimitive](): never {
    throw new TypeError("a symbolic weight was used as a number: programs cannot branch on weights");
  }
}

const zero = Expr.constant(0n, 1n);
const one = Expr.constant(1n, 1n);
const isConstant = (a: Expr, value: bigint): boolean => a.kind === "constant" && a.numerator === value * a.denominator;

/** Weights as formulas; only the identities of 0 and 1 are simplified. */
export const expr: Field<Expr> = {
  zero,
  one,
  ratio: (numerator, denominator) => Expr.constant(numerator, denominator),
  add: (a, b) => (isConstant(a, 0n) ? b : isConstant(b, 0n) ? a : Expr.operation("add", a, b)),
  mul: (a, b) => {
    if (isConstant(a, 0n) || isConstant(b, 0n)) return zero;
    return isConstant(a, 1n) ? b : isConstant(b, 1n) ? a : Expr.operation("mul", a, b);
  },
  div: (a, b) => (isConstant(b, 1n) ? a : Expr.operation("div", a, b)),
  monus: (a, b) => (isConstant(b, 0n) ? a : Expr.operation("monus", a, b)),
  min: (a, b) => Expr.operation("min", a, b),
};

/**
 * Formulas for the enumerating handler: zero means *syntactically* zero, so that every branch that some law could take
 * is kept. Order between formulas is not decidable and throws.
 */
export const syntactic: DecidableField<Expr> = {
  ...expr,
  accumulator: (first) => runningSum(expr, first),
  isZero: (a) => isConstant(a, 0n),
  equal: (a, b) => printSmt(a) === printSmt(b),
  compare: (a) => a[Symbol.toPrimitive](),
  toNumber: (a) => a[Symbol.toPrimitive](),
  print: (a) => printSmt(a),
};

/** The value of a formula in `field`, with `value` for each unknown. */
export function evaluate<W>(field: Field<W>, formula: Expr, value: (name: string) => W): W {
  const known = new Map<Expr, W>();
  const visit = (e: Expr): W => {
    let result = known.get(e);
    if (result !== undefined) return result;
    if (e.kind === "variable") result = value(e.name);
    else if (e.kind === "constant") result = field.ratio(e.numerator, e.denominator);
    else result = field[e.kind](visit(e.left as Expr), visit(e.right as Expr));
    known.set(e, result);
    return result;
  };
  return visit(formula);
}

/**
 * SMT-LIB 2 text over the reals; `monus` and `min` become `ite`. What occurs more than once in the formula is bound by a
 * `let`, so that the text grows with the formula's distinct parts.
 */
export function printSmt(root: Expr): string {
  const uses = new Map<Expr, number>();
  const count = (e: Expr): void => {
    const before = uses.get(e) ?? 0;
    uses.set(e, before + 1);
    if (before > 0 || e.left === undefined) return;
    count(e.left);
    count(e.right as Expr);
  };
  count(root);
  const names = new Map<Expr, string>();
  const bindings: string[] = [];
  const visit = (e: Expr): string => {
    const name = names.get(e);
    if (name !== undefined) return name;
    const text = printNode(e, visit);
    if (e.left === undefined || (uses.get(e) as number) < 2) return text;
    const fresh = `s${bindings.length}`;
    names.set(e, fresh);
    bindings.push(`(${fresh} ${text})`);
    return fresh;
  };
  const body = visit(root);
  return bindings.reduceRight((inner, binding) => `(let (${binding}) ${inner})`, body);
}

const printNode = (e: Expr, visit: (e: Expr) => string): string => {
  if (e.kind === "variable") return `|${e.name}|`;
  if (e.kind === "constant") {
    return e.denominator === 1n ? `${e.numerator}.0` : `(/ ${e.numerator}.0 ${e.denominator}.0)`;
  }
  const a = visit(e.left as Expr);
  const b = visit(e.right as Expr);
  if (e.kind === "monus") return `(let ((a ${a}) (b ${b})) (ite (>= a b) (- a b) 0.0))`;
  if (e.kind === "min") return `(let ((a ${a}) (b ${b})) (ite (<= a b) a b))`;
  return `(${{ add: "+", mul: "*", div: "/" }[e.kind]} ${a} ${b})`;
};
