/** Where each value of a support stands, found when it is first asked for; the laws of one support share it. */
export class Places<A> {
  readonly support: readonly A[];
  #find: ((value: A) => number) | undefined;

  constructor(support: readonly A[]) {
    this.support = support;
    Object.freeze(this);
  }
  /** The place of a value; -1 for what is not in the support. */
  of(value: A): number {
    this.#find ??= indexOf(this.support);
    return this.#find(value);
  }
}

/** Token ids that fill most of a vocabulary are looked up in an array, which costs a tenth of a map's time and memory. */
const indexOf = <A>(support: readonly A[]): ((value: A) => number) => {
  const most = 4 * support.length;
  const isId = (id: unknown): boolean => Number.isInteger(id) && (id as number) >= 0 && (id as number) < most;
  if (support.every(isId)) {
    const places = new Int32Array(most).fill(-1);
    for (let place = 0; place < support.length; place++) places[support[place] as number] = place;
    return (value) => (typeof value === "number" ? (places[value] ?? -1) : -1);
  }
  const places = new Map(support.map((value, place) => [value, place]));
  return (value) => places.get(value) ?? -1;
};
