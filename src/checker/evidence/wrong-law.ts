import { at } from "../../core/num/at.ts";
import type { CaseLaw } from "./case-evidence.ts";

/** What is left of the mass that is moved. */
const LEFT = 1 / 16;

/**
 * A law that no right engine has: of the likeliest outcomes that together have half of the mass, fifteen sixteenths go to
 * the others in their proportions, and to the next outcome where there are no others. It differs from any law over two
 * outcomes or more by 1.05 nats at least, however even that is.
 */
export function wrongLaw(law: readonly number[]): readonly number[] {
  const order = law.map((_, outcome) => outcome).sort((a, b) => at(law, b) - at(law, a) || a - b);
  const moved = new Set<number>();
  let mass = 0;
  for (const outcome of order) {
    if (mass >= 1 / 2) break;
    moved.add(outcome);
    mass += at(law, outcome);
  }
  const rest = law.reduce((sum, p, outcome) => (moved.has(outcome) ? sum : sum + p), 0);
  const gained = mass * (1 - LEFT);
  if (rest > 0) return law.map((p, outcome) => (moved.has(outcome) ? p * LEFT : p * (1 + gained / rest)));
  const heir = order.find((outcome) => !moved.has(outcome));
  return law.map((p, outcome) =>
    moved.has(outcome) ? (heir === undefined ? p : p * LEFT) : outcome === heir ? gained : p,
  );
}

/** The same of every context. */
export function wrongCaseLaw(law: CaseLaw): CaseLaw {
  return { ...law, after: (context, promptLength) => wrongLaw(law.after(context, promptLength)) };
}
