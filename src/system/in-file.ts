import { MissingRow } from "../core/models/missing-row.ts";
import { BadInput } from "../core/worlds/bad-input.ts";

/** A context that is met only while rounds are followed may lack its row: that is the file's fault. */
export async function inFile<A>(file: string, compute: () => Promise<A>): Promise<A> {
  try {
    return await compute();
  } catch (error) {
    if (!(error instanceof MissingRow)) throw error;
    throw new BadInput(
      `${file} at $.${error.side}.model.rows`,
      `no row for the context "${error.context}"`,
      'one, or "otherwise"',
    );
  }
}
