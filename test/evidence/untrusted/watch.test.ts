import { describe, expect, test } from "vitest";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";
import { Watch } from "../../../src/evidence/untrusted/watch.ts";

type Target = Token<"target">;
const tokens = [4, 5, 6] as readonly number[] as readonly Target[];
const one = 7 as Target;

/** A context that was handed out, and its watch. */
const handed = () => {
  const watch = new Watch();
  return { watch, context: watch.hand(tokens, "target", "it") };
};
/** What is noted when a context is used like this. */
const noted = (use: (context: readonly Target[]) => unknown): string | undefined => {
  const { watch, context } = handed();
  use(context);
  expect(watch.refusal).toBeUndefined();
  return watch.read;
};

describe("a context may be passed on whole, and nothing is noted:", () => {
  test("as it is, sliced, and with tokens appended", () => {
    const { watch, context } = handed();
    expect(watch.plain(context, "target")).toEqual([4, 5, 6]);
    expect(watch.plain(context.slice(), "target")).toEqual([4, 5, 6]);
    expect(watch.plain(context.slice(0), "target")).toEqual([4, 5, 6]);
    expect(watch.plain(context.concat(one, [one, one]), "target")).toEqual([4, 5, 6, 7, 7, 7]);
    expect(watch.plain(context.concat(context), "target")).toEqual([4, 5, 6, 4, 5, 6]);
    const own = context.slice() as Target[];
    expect(own.push(one, one)).toBe(5);
    expect(watch.plain(own, "target")).toEqual([4, 5, 6, 7, 7]);
    expect(Array.isArray(context)).toBe(true);
    expect([watch.read, watch.refusal]).toEqual([undefined, undefined]);
  });
  test("what was appended may be read, what was handed may not", () => {
    expect(noted((context) => expect(context.concat(one)[3]).toBe(7))).toBeUndefined();
    expect(noted((context) => context.concat(one)[2])).toBe("token 2 of it");
  });
  test("a list that nobody handed out is copied", () => {
    const { watch } = handed();
    const own = [one];
    const plain = watch.plain(own, "target");
    expect([plain, plain === own]).toEqual([[7], false]);
  });
});

describe("what is read is noted:", () => {
  test.each<[string, string, (context: readonly Target[]) => unknown]>([
    ["its length", "the length of it", (context) => expect(context.length).toBe(3)],
    ["a token", "token 1 of it", (context) => expect(context[1]).toBe(5)],
    ["the first token", "token 0 of it", (context) => expect(context[0]).toBe(4)],
    [
      "whether there is a token",
      "the length of it",
      (context) => expect([1 in context, 3 in context]).toEqual([true, false]),
    ],
    ["a part", "a part of it", (context) => expect(context.slice(1)).toEqual([5, 6])],
    ["a part to its end", "a part of it", (context) => expect(context.slice(0, 2)).toEqual([4, 5])],
    ["the last token", "all of it", (context) => expect(context.at(-1)).toBe(6)],
    ["a copy", "all of it", (context) => expect([...context]).toEqual([4, 5, 6])],
    ["a sum", "all of it", (context) => expect(context.reduce((sum, token) => sum + token, 0)).toBe(15)],
    ["a name that only ends in digits", "all of it", (context) => Reflect.get(context, "x1")],
    ["a name that only begins with digits", "all of it", (context) => Reflect.get(context, "1x")],
    ["its keys", "all of it", (context) => expect(Reflect.ownKeys(context)).toEqual(["0", "1", "2", "length"])],
    [
      "a description",
      "all of it",
      (context) => expect(Object.getOwnPropertyDescriptor(context, "1")).toMatchObject({ value: 5 }),
    ],
  ])("%s", (_, said, use) => {
    expect(noted(use)).toBe(said);
  });
  test("the first of several, and not its kind", () => {
    expect(noted((context) => [context.length, context[1]])).toBe("the length of it");
    expect(noted((context) => [context.constructor, Object.prototype.toString.call(context)])).toBeUndefined();
  });
  test("ids of one side given to the other", () => {
    const { watch, context } = handed();
    expect(watch.plain(context as never, "drafter")).toEqual([4, 5, 6]);
    expect(watch.read).toBe("the ids of the target's tokens");
  });
  test("a change in a list of the round's own", () => {
    expect(
      noted((context) => {
        const own = context.slice() as Target[];
        own[0] = one;
        expect(own.slice()).toEqual([7, 5, 6]);
      }),
    ).toBe("a place of it");
    expect(
      noted((context) => {
        const own = context.slice() as Target[];
        Object.defineProperty(own, 3, { value: one, configurable: true, enumerable: true, writable: true });
      }),
    ).toBe("a place of it");
  });
});

describe("a write is refused, and stays refused:", () => {
  const said = "the round writes to it, which it was handed: it must copy before it changes anything";
  test.each<[string, (context: Target[]) => unknown]>([
    ["an index", (context) => Reflect.set(context, 0, one)],
    ["a length", (context) => Reflect.set(context, "length", 0)],
    ["a definition", (context) => Reflect.defineProperty(context, 0, { value: one })],
    ["a deletion", (context) => Reflect.deleteProperty(context, "0")],
    ["another prototype", (context) => Object.setPrototypeOf(context, null)],
    ["no more changes", (context) => Object.preventExtensions(context)],
    ...(["copyWithin", "fill", "pop", "push", "reverse", "shift", "sort", "splice", "unshift"] as const).map(
      (method): [string, (context: Target[]) => unknown] => [method, (context) => (context[method] as () => unknown)()],
    ),
  ])("%s", (_, write) => {
    const { watch, context } = handed();
    expect(() => write(context as Target[])).toThrow(said);
    expect([watch.refusal, watch.plain(context, "target")]).toEqual([said, [4, 5, 6]]);
  });
  test("some are refused in a list of the round's own, too", () => {
    const { context } = handed();
    const own = context.slice() as Target[];
    expect(() => Reflect.deleteProperty(own, "0")).toThrow(said);
    expect(() => Object.setPrototypeOf(own, null)).toThrow(said);
    expect(() => Object.preventExtensions(own)).toThrow(said);
  });
  test("what is handed out is a copy", () => {
    const list = [one];
    const context = new Watch().hand(list, "target", "it");
    list.push(one);
    expect([...context]).toEqual([7]);
  });
});

test("only the target's contexts are committed tokens", () => {
  const { watch, context } = handed();
  expect(watch.committed(context)).toEqual([4, 5, 6]);
  expect(watch.committed([4, 5, 6])).toBeUndefined();
  expect(watch.committed(watch.hand(tokens as never, "drafter", "d"))).toBeUndefined();
});
