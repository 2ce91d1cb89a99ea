import { expect, test } from "vitest";
import type { SuspendedWorld } from "../../src/core/handlers/generate-suspended.ts";
import { requireFit } from "../../src/pairs/model-files/open-pair.ts";
import { named } from "../../src/system/choose-algorithms.ts";
import { chain, toyWorld } from "../support/toy-world.ts";

const world = (drafter: Parameters<typeof chain>[0]) =>
  ({
    world: toyWorld(chain({ a: "1" }, {}), chain(drafter, {}), 1, "a"),
    forget: () => {},
  }) as unknown as SuspendedWorld<number>;

test.each(["tli", "tli-block", "union"])("%s without a shared token is bad input, in one message", (id) => {
  const message = `--drafter: found no token that the target has too, expected a shared token, which "${id}" proposes`;
  expect(() => requireFit(named(id), world({ b: "1" }))).toThrow(message);
  requireFit(named(id), world({ a: "1/2", b: "1/2" }));
});

test.each(["slem", "slrs", "slrs-multi"])("%s works on text and needs none", (id) => {
  requireFit(named(id), world({ b: "1" }));
});
