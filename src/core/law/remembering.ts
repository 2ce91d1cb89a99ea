/** What was made of an object, and of which other two. */
interface Made {
  readonly how: unknown;
  readonly of: unknown;
  readonly what: unknown;
}

/**
 * An object that keeps the last thing that was made of it, since an enumeration makes the same one for each of thousands
 * of drafts. A private field holds it: a law that is frozen can keep it too.
 */
export class Remembering {
  #last: Made | undefined;

  /** What `make` gives, or gave before for the same two objects. */
  remembered<B>(how: unknown, of: unknown, make: () => B): B {
    const last = this.#last;
    if (last !== undefined && last.how === how && last.of === of) return last.what as B;
    const what = make();
    this.#last = { how, of, what };
    return what;
  }
}

/** What `make` gives; made once of an object that remembers, as long as `how` and `of` stay the same. */
export function remembered<B>(object: object, how: unknown, of: unknown, make: () => B): B {
  return object instanceof Remembering ? object.remembered(how, of, make) : make();
}
