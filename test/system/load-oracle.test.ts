import { expect, test } from "vitest";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { loadOracle } from "../../src/system/load-oracle.ts";

test("an oracle that is not there is told as what the package lacks", async () => {
  await expect(loadOracle("/nowhere")).rejects.toThrow(
    new BadInput("/nowhere/proofs/oracle/oracle.js", "nothing", "the oracle, which is part of this package"),
  );
});
