import { strict as assert } from "node:assert";
import type { Browser, Page } from "playwright-core";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { rational } from "../../src/core/num/rational.ts";
import { parseWorld } from "../../src/core/worlds/parse-world.ts";
import { lossless } from "../../src/evidence/tiers/enumeration/lossless.ts";
import { START, toFragment, toWorldFile } from "../../src/site/play/state.ts";
import { onPage } from "./browser.ts";

const textOf = async (page: Page, selector: string): Promise<string> => (await page.textContent(selector)) ?? "";

/** Waits until an expression holds in the page; the page's content policy allows no text as code inside it. */
const until = async (page: Page, expression: string): Promise<void> => {
  for (let polls = 0; polls < 1_200; polls++) {
    if (await page.evaluate<boolean>(expression)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`never came true: ${expression}`);
};

/** Waits until the badge says this and the page is done. */
const says = async (page: Page, badge: string): Promise<string> => {
  await until(
    page,
    `document.querySelector("#verdict")?.textContent === ${JSON.stringify(badge)} && document.querySelector("#working")?.textContent === ""`,
  );
  return textOf(page, "#sentence");
};

const rowsOf = (page: Page, body: string): Promise<string[][]> =>
  page.evaluate(
    `[...document.querySelectorAll("#${body} tr")].map((row) => [...row.children].map((cell) => cell.textContent))`,
  );

/** The page's table of all algorithms is what the library says of the same world. */
const agrees = async (page: Page): Promise<void> => {
  const file = toWorldFile(START, (field, message) => assert.fail(`${field}: ${message}`));
  const world = parseWorld(rational, "start", JSON.stringify(file));
  const expected = algorithms
    .filter((algorithm) => algorithm.fits?.(world) ?? true)
    .map((algorithm) => {
      const { verdict, gap, acceptance, expectedTokens, contexts } = lossless(rational, world, algorithm);
      return [algorithm.id, verdict, gap, acceptance, expectedTokens, String(contexts)];
    });
  assert.deepEqual(await rowsOf(page, "all"), expected);
};

/** Goes to a control with the Tab key alone. */
const tabTo = async (page: Page, id: string): Promise<void> => {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate("document.activeElement.id")) === id) return;
  }
  assert.fail(`the Tab key does not lead to ${id}`);
};

const typeInto = async (page: Page, id: string, text: string): Promise<void> => {
  await tabTo(page, id);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
};

const byKeyboard = (browser: Browser): Promise<string> =>
  onPage(browser, "play.html", {}, async (page) => {
    assert.match(await says(page, "lossy"), /^slrs-no-proposal-from-target changes .*Gap 1\/8/);
    await agrees(page);
    await page.click("#other");
    assert.match(await says(page, "lossless here"), /^slrs keeps /);
    assert.equal(await textOf(page, "#other"), "The same, with the fault");
    await page.click("#other");
    await says(page, "lossy");
    await page.reload();
    await says(page, "lossy");
    await typeInto(page, "target", "a 1/4\nb 3/4");
    await typeInto(page, "drafter", "a 1/2\nb 1/2");
    await tabTo(page, "algorithm");
    await page.keyboard.type("sd");
    assert.match(await says(page, "lossless here"), /^sd keeps .*every horizon; acceptance 3\/4/);
    // The address follows a moment after the last key.
    const state = 'JSON.parse(atob(location.hash.slice(3).replaceAll("-", "+").replaceAll("_", "/")))';
    await until(page, `location.hash.length > 10 && ${state}.algorithm === "sd"`);
    const shared = await page.evaluate<string>("location.hash");
    await onPage(browser, `play.html${shared}`, {}, async (other) => {
      assert.match(await says(other, "lossless here"), /^sd keeps .*acceptance 3\/4/);
    });
    return "edited with the keyboard alone; its rows are the library's; the address shares the world";
  });

const refuses = (browser: Browser): Promise<string> =>
  onPage(browser, "play.html", {}, async (page) => {
    await says(page, "lossy");
    for (const [text, message] of [
      ["a half", /line 1: found “a half”, expected a token and a number/],
      ["a 0.5", /add up to 1\/2, expected 1: 1\/2 is missing/],
      ["a 1/2\nb 1/4", /add up to 3\/4, expected 1: 1\/4 is missing/],
      ["a 1/2\na 1/2", /line 2: the token “a” is there twice/],
      ["a 1/0", /line 1: found 1\/0, expected a fraction/],
      ["", /found 0 tokens, expected 1 to 12/],
    ] as const) {
      await page.fill("#target", text);
      await says(page, "no result");
      assert.match(await textOf(page, "#target-error"), message);
      assert.equal(await page.getAttribute("#target", "aria-invalid"), "true");
      assert.equal(await page.getAttribute("#result", "data-stale"), "");
    }
    await page.click("#reset");
    await says(page, "lossy");
    assert.equal(await page.getAttribute("#target", "aria-invalid"), null);
    await page.fill("#prompt", "z");
    await says(page, "no result");
    assert.match(await textOf(page, "#sentence"), /a prompt that the target's vocabulary can spell/);
    return "refuses what is no world, in words, and comes back";
  });

const findsFaults = (browser: Browser): Promise<string> =>
  onPage(browser, "findings.html", {}, async (page) => {
    await page.click('section[id="no-proposal"] a[href*="play.html"]');
    const sentence = await says(page, "lossy");
    assert.match(sentence, /^slrs-no-proposal-from-target .*Gap 1\/8/);
    assert.deepEqual(
      (await rowsOf(page, "laws")).map((cells) => cells.slice(0, 4)),
      [
        ["a", "1/2", "5/8", "+1/8"],
        ["b", "1/2", "3/8", "−1/8"],
      ],
    );
    return "a finding's link opens its world, and the fault is seen";
  });

const staysAwake = (browser: Browser): Promise<string> => {
  const tokens = "abcdefghijkl".split("");
  const side = tokens
    .map((token) => `${token} 1/12`)
    .concat(...tokens.map((token) => [`after ${token}`, ...tokens.map((other) => `${other} 1/12`)]));
  const state = { ...START, target: side.join("\n"), drafter: side.join("\n"), lookahead: "6", algorithm: "slem" };
  return onPage(browser, `play.html#${toFragment(state)}`, {}, async (page) => {
    // Typing is answered while the worker counts; the answer or the limit comes in words.
    await page.fill("#prompt", "abc", { timeout: 10_000 });
    await until(page, `document.querySelector("#working").textContent !== "Computing …"`);
    const words = `${await textOf(page, "#working")} ${await textOf(page, "#sentence")}`;
    assert.match(words, /Stopped after|budget|keeps/);
    await page.click("#reset");
    await says(page, "lossy");
    return "a world too large ends in words while the page stays awake";
  });
};

/** Uses the interactive page as people do; each step says what was seen. */
export const usesPlay = async (browser: Browser): Promise<string[]> => [
  await byKeyboard(browser),
  await refuses(browser),
  await findsFaults(browser),
  await staysAwake(browser),
];
