import { expect, test } from "vitest";
import { expr, printSmt } from "../../../src/core/num/expr.ts";
import { sum } from "../../../src/core/num/field.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { ratio } from "../../support/toy-world.ts";

test("a sum, in every field; of nothing it is zero", () => {
  expect(rational.print(sum(rational, ["1/2", "1/3", "1/6"].map(ratio)))).toBe("1");
  expect(sum(float64, [0.5, 0.25])).toBe(0.75);
  expect(printSmt(sum(expr, []))).toBe("0.0");
});
