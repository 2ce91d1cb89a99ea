import { expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { answerTo, requestOf, shownTokens, trials } from "../../../../src/evidence/claims/contracts/trials.ts";
import { endless, tokens } from "./decoders.ts";

test("sixteen trials have a number each", () => expect(trials).toEqual(Array.from(Array(16).keys())));

test("a request has the world's prompt, its budget, and the randomness of its seed and name", () => {
  const request = (seed: number, name: string) => requestOf(rational, endless, seed, name, 3);
  const drawn = (seed: number, name: string): string => {
    const { ask } = request(seed, name);
    return Array.from({ length: 40 }, () => ask.sample("token", () => endless.target.next(tokens(0)))).join("");
  };
  expect(request(1, "x")).toMatchObject({ prompt: endless.prompt, budget: 3 });
  expect(drawn(1, "x")).toBe(drawn(1, "x"));
  expect(drawn(1, "y")).not.toBe(drawn(1, "x"));
  expect(drawn(2, "x")).not.toBe(drawn(1, "x"));
});

test("tokens are shown as text, and by their ids where one is no token", () => {
  const shown = (...ids: readonly number[]) => shownTokens(endless, tokens(...ids));
  expect([shown(), shown(0, 1)]).toEqual(['""', '"a·b"']);
  expect([shown(0, 2), shown(-1), shown(0.5)]).toEqual(["[0,2]", "[-1]", "[0.5]"]);
});

test("an answer that is missing is an error", () => {
  expect(() => answerTo([])).toThrow("no answer to request 1");
  expect(() => answerTo([{} as never], 1)).toThrow("no answer to request 2");
});
