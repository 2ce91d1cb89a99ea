import { main } from "../../src/cli/commands.ts";

/** Runs a command with a clock that counts its readings, and keeps what it writes. */
export const runCommand = async (...args: string[]) => {
  let [out, err, time] = ["", "", 0];
  const status = await main(args, {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    progress: () => {},
    now: () => time++,
  });
  return { status, out, err };
};
