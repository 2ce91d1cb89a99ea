import { expect, test } from "vitest";
import { referenceOf } from "../../src/cli/table/reference.ts";
import { TABLES } from "../../src/cli/tables/all.ts";

test("the commands are documented on the page that is kept beside them", async () => {
  await expect(referenceOf(TABLES)).toMatchFileSnapshot("../../src/cli/COMMANDS.md");
});
