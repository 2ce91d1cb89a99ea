import { Endings } from "./endings.ts";

/** The children of this process. */
const ours = new Endings(process);

/** Ends a child when this process ends, unless it is let go before. */
export function endWithUs(end: () => void): void {
  ours.add(end);
}

/** The child has ended by itself or was ended. */
export function letGo(end: () => void): void {
  ours.delete(end);
}
