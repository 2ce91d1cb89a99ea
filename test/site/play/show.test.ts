import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { decimal, fraction, make, row } from "../../../src/site/play/elements.ts";
import { fade, say, show, showRow } from "../../../src/site/play/show.ts";
import { verdict } from "../tiny-material.ts";

const IDS = ["verdict", "sentence", "result", "laws", "psi", "emissions", "all"];

/** Does this in a page that has the places of the interactive one; gives what it left there. */
const inPage = (act: () => void): Record<string, HTMLElement> => {
  const { document } = parseHTML(`<html><body>${IDS.map((id) => `<div id="${id}">old</div>`).join("")}</body></html>`);
  Object.assign(globalThis, { document });
  try {
    act();
    return Object.fromEntries(IDS.map((id) => [id, document.getElementById(id) as unknown as HTMLElement]));
  } finally {
    Reflect.deleteProperty(globalThis, "document");
  }
};
const html = (of: () => Node): string => {
  let text = "";
  inPage(() => {
    text = String(of());
  });
  return text;
};

describe("elements", () => {
  test("have text, elements and attributes, never markup", () => {
    expect(html(() => make("p", "<b>", { title: "y" }))).toBe('<p title="y">&lt;b&gt;</p>');
    expect(html(() => make("p", [make("b", "1"), make("i")]))).toBe("<p><b>1</b><i></i></p>");
    expect(html(() => row("h", ["1", make("b", "2")]))).toBe(
      '<tr><th scope="row"><code>h</code></th><td>1</td><td><b>2</b></td></tr>',
    );
  });
  test("a fraction is itself when short, else four places with the whole of it in its title", () => {
    expect(html(() => fraction("1234/5678"))).toBe("<span>1234/5678</span>");
    expect(html(() => fraction("12345/5678"))).toBe('<span title="12345/5678">≈ 2.1742</span>');
  });
  test.each([
    ["1/2", 0.5],
    ["3", 3],
    ["0", 0],
    ["2/3", 0.666666],
    ["100000000000000000000/300000000000000000000", 0.333333],
  ])("%s is about %d", (text, value) => expect(decimal(text)).toBe(value));
});

describe("an answer on the page", () => {
  const shown = (more: Parameters<typeof verdict>[0], tokens: { target: string; output: string; psi: string }[] = []) =>
    inPage(() =>
      show({
        verdict: verdict(more),
        tokens: tokens.map((one) => ({ token: "a", ...one })),
        nothing: "1/4",
        emissions: [{ emitted: "a·b", probability: "1/2" }],
      }),
    );
  const said = (more: Parameters<typeof verdict>[0]): (string | null | undefined)[] => {
    const { verdict: badge, sentence } = shown(more);
    return [badge?.className, badge?.textContent, sentence?.textContent];
  };
  test("says in words what holds", () => {
    expect(said({})).toEqual([
      "verdict proved",
      "lossless here",
      "sd keeps the target’s law in this world, every horizon; acceptance 1/2 ≈ 0.500; tokens a round 3/2 ≈ 1.500.",
    ]);
    expect(said({ acceptance: "1", expectedTokens: null })[2]).toMatch(/every horizon; acceptance 1\.$/);
    expect(said({ acceptance: null, expectedTokens: "2" })[2]).toMatch(/every horizon; tokens a round 2\.$/);
    expect(said({ acceptance: "1234567890/9876543210", expectedTokens: null })[2]).toMatch(/; acceptance ≈ 0\.125\.$/);
    expect(said({ acceptance: "123456789/9876543210", expectedTokens: null })[2]).toMatch(
      /; acceptance 123456789\/9876543210 ≈ 0\.012\.$/,
    );
  });
  test("says where the law changes, and one way there", () => {
    const witness = { law: "lossless", prompt: "", horizon: 1, tokens: "a", target: "1/2", output: "5/8" };
    expect(
      said({ verdict: "refuted", gap: "1/8", expectedTokens: null, witness: { ...witness, path: ["x", "y"] } }),
    ).toEqual([
      "verdict refuted",
      "lossy",
      "sd changes the target’s law: a should have probability 1/2 and has 5/8. Gap 1/8; acceptance 1/2 ≈ 0.500. One way there: x → y.",
    ]);
    expect(said({ verdict: "refuted", witness: { ...witness, path: [] } })[2]).toMatch(/≈ 1\.500\.$/);
  });
  test("says what was not decided", () => {
    expect(said({ verdict: "unknown", why: "too large" })).toEqual(["verdict unknown", "unknown", "sd: too large."]);
    expect(said({ verdict: "unknown" })[2]).toBe("sd: nothing was decided.");
    expect(said({ verdict: "refuted" })[1]).toBe("unknown");
  });
  test("has the laws of the first token, with signs of their difference and bars", () => {
    const { laws } = shown({}, [
      { target: "1/2", output: "5/8", psi: "3/4" },
      { target: "1/2", output: "3/8", psi: "1/4" },
      { target: "0", output: "0", psi: "0" },
    ]);
    const rows = [...(laws?.querySelectorAll("tr") ?? [])];
    expect(rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent))).toEqual([
      ["1/2", "5/8", "+1/8", ""],
      ["1/2", "3/8", "−1/8", ""],
      ["0", "0", "0", ""],
    ]);
    expect(rows[0]?.querySelector(".bar")?.getAttribute("aria-hidden")).toBe("true");
    expect(
      [...(rows[0]?.querySelectorAll("i") ?? [])].map((bar) => [bar.className, bar.getAttribute("style")]),
    ).toEqual([
      ["target", "width:50%"],
      ["output", "width:62.5%"],
    ]);
    expect(laws?.textContent).not.toContain("old");
  });
  test("has ψ with what proposes nothing, one round, and is no longer faded", () => {
    const { psi, emissions, result } = inPage(() => {
      fade();
      show({
        verdict: verdict(),
        tokens: [{ token: "a", target: "1/2", output: "1/2", psi: "3/4" }],
        nothing: "1/4",
        emissions: [{ emitted: "a·b", probability: "1/2" }],
      });
    });
    const cells = (of: HTMLElement | undefined): (string | null)[][] =>
      [...(of?.querySelectorAll("tr") ?? [])].map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(cells(psi)).toEqual([
      ["a", "1/2", "3/4", "1/2"],
      ["no token", "", "1/4", ""],
    ]);
    expect(cells(emissions)).toEqual([["a·b", "1/2"]]);
    expect(result?.hasAttribute("data-stale")).toBe(false);
    expect(inPage(fade).result?.getAttribute("data-stale")).toBe("");
  });
});

test("the table of all algorithms grows row by row", () => {
  const { all } = inPage(() => {
    showRow(verdict());
    showRow(
      verdict({
        algorithm: "tli",
        verdict: "unknown",
        gap: null,
        acceptance: null,
        expectedTokens: null,
        contexts: null,
      }),
    );
    showRow(verdict({ verdict: "consistent" }));
  });
  const rows = [...(all?.querySelectorAll("tr") ?? [])];
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ["sd", "proved", "0", "1/2", "3/2", "1"],
    ["tli", "unknown", "–", "–", "–", "–"],
    ["sd", "consistent", "0", "1/2", "3/2", "1"],
  ]);
  expect(rows.map((row) => row.querySelector("span")?.className)).toEqual([
    "verdict proved",
    "verdict unknown",
    "verdict bounded",
  ]);
});

test("a badge and the sentence beside it", () => {
  const { verdict: badge, sentence } = inPage(() => say("refuted", "b", "s"));
  expect([badge?.className, badge?.textContent, sentence?.textContent]).toEqual(["verdict refuted", "b", "s"]);
});
