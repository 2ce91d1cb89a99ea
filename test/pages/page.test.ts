import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { badge, figureHtml, tableHtml } from "../../src/pages/html.ts";
import { embedded, page } from "../../src/pages/page.ts";

describe("a page", () => {
  test("is one file that fetches nothing and says so", async () => {
    const html = await page({ title: "T & D", description: "ψ", body: "<h1>ψ ≤ 1</h1>" });
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("script-src 'none'");
    expect(html).not.toMatch(/<script|<link|(?:src|href)="(?!#)|url\((?!data:)|@import/);
    expect(html).toContain("<title>T &amp; D</title>");
    expect(html).toContain('lang="en"');
  });
  test("carries the letters it needs: more of them, larger faces", async () => {
    const few = await page({ title: "t", description: "d", body: "" });
    const many = await page({ title: "t", description: "d", body: "αβγδεζηθικλμνξοπρστυφχψω" });
    expect(many.length).toBeGreaterThan(few.length + 1_000);
    expect(few.length).toBeLessThan(150_000);
  });
  test("allows its own script by its hash and no other", async () => {
    const script = "document.title='x'";
    const html = await page({ title: "t", description: "d", body: "", script });
    const hash = createHash("sha256").update(script).digest("base64");
    expect(html).toContain(`script-src 'sha256-${hash}'`);
    expect(html).toContain(`<script>${script}</script>`);
  });
});

describe("parts", () => {
  test("escape what comes from outside", () => {
    expect(tableHtml("<c>", ["<h>"], [["<r>", "<x>", 1234, { html: "<b>y</b>" }]])).toBe(
      '<div class="scroll" tabindex="0" role="region" aria-label="&lt;c&gt;"><table class=""><caption>&lt;c&gt;</caption>' +
        '<thead><tr><th scope="col">&lt;h&gt;</th></tr></thead><tbody><tr><th scope="row">&lt;r&gt;</th><td>&lt;x&gt;</td>' +
        '<td class="number">1,234</td><td><b>y</b></td></tr></tbody></table></div>',
    );
    expect(badge("bounded", "TV < 0.01")).toBe('<span class="verdict bounded">TV &lt; 0.01</span>');
    expect(embedded("</script>")).toBe('"\\u003c/script>"');
    expect(figureHtml({ id: "f", svg: "<svg/>", alt: "" }, "<table/>")).toContain("<details>");
  });
});
