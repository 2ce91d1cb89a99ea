import { expect, test } from "vitest";
import { passedEnvironment } from "../../../src/system/passed-environment.ts";

test("an adapter gets what programs need to be found and to speak, and no secrets", () => {
  const needed = {
    PATH: "/bin",
    LD_LIBRARY_PATH: "/lib",
    PYTHONPATH: "/p",
    VIRTUAL_ENV: "/venv",
    LOSSLESS_PYTHON: "python3",
    HOME: "/home/me",
    TMPDIR: "/tmp",
    TEMP: "/tmp",
    TMP: "/tmp",
    LANG: "de_DE.UTF-8",
    LC_ALL: "C",
    LC_TIME: "C",
    PYTHONHASHSEED: "3",
  };
  const more = { HF_TOKEN: "hf_1", AWS_SECRET_ACCESS_KEY: "x", NODE_OPTIONS: "--inspect", MY_LC_ALL: "C", PATHS: "x" };
  expect(passedEnvironment({ ...needed, ...more, EMPTY: undefined, LC_PAPER: undefined })).toEqual(needed);
});

test("names that are given are passed as well, where they have a value", () => {
  expect(passedEnvironment({ HF_HOME: "/models", HF_TOKEN: "hf_1" }, ["HF_HOME", "ABSENT"])).toEqual({
    HF_HOME: "/models",
  });
  expect(passedEnvironment({ PATH: "/bin" }, ["__proto__"])).toEqual({ PATH: "/bin" });
});
