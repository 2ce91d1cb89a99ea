import type { RowProbe } from "../onnx/row-probe.ts";

/** What the comparison of single rows and blocks means for the user, in one line. */
export function describeRows({ rows, content, differing, shape, likeliest }: RowProbe, lossless: boolean): string {
  if (!lossless) {
    return `NOT LOSSLESS: a row's law depends on later tokens of its pass, total variation up to ${content.toExponential(1)}`;
  }
  if (differing === 0) return `single steps and blocks give the target the same bits, in all ${rows} rows compared`;
  return (
    `single steps and blocks differ in ${differing} of ${rows} rows compared: total variation at most ${shape.toExponential(1)} a token there, ` +
    `${likeliest} other likeliest tokens; over n tokens at most n times that, if no row is worse. --exact-rows avoids it`
  );
}
