import { Pending } from "./pending.ts";

/** Computes what may lack answers: waits for each, and starts again. For what is cheap and asks little. */
export async function answered<A>(compute: () => A): Promise<A> {
  for (;;) {
    try {
      return compute();
    } catch (thrown) {
      if (!(thrown instanceof Pending)) throw thrown;
      await thrown.fetch();
    }
  }
}
