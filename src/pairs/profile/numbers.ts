/** `85.4 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** `109,566`; counts of more than ten digits as `1.7e+38`. */
export function short(count: number | bigint): string {
  return count < 10_000_000_000 ? count.toLocaleString("en") : Number(count).toExponential(1);
}
