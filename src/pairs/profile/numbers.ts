/** `85.4 %`. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** `109,566`; counts of more than ten digits as `1.7e+38`. */
export const short = (count: number | bigint): string =>
  count < 10_000_000_000 ? count.toLocaleString("en") : Number(count).toExponential(1);
