import type { Verdict } from "../evidence/tiers/verdict.ts";
import type { Io } from "../system/io.ts";
import type { Row } from "./verify-report.ts";

/** One row, with the time it took. */
export const timed = async (verdict: () => Verdict | Promise<Verdict>, io: Pick<Io, "now">): Promise<Row> => {
  const start = io.now();
  return { ...(await verdict()), seconds: Math.round(io.now() - start) / 1000 };
};
