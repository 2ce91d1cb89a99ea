#!/usr/bin/env node
import { openIo } from "../system/io.ts";
import { main } from "./commands.ts";
import { BAD_INPUT } from "./exit.ts";
import { lastResort } from "./last-resort.ts";

/** As a shell reports a program that wrote to a reader which has gone. */
const NO_READER = 141;

// The executable. Output that cannot be written ends it, in one line: a full disk, or nobody who reads any more.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`lossless: the output cannot be written: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? NO_READER : BAD_INPUT);
});
// What cannot be said there cannot be said at all; the exit status stands.
process.stderr.on("error", () => undefined);
const io = openIo();
lastResort(process, io);
process.exitCode = await main(process.argv.slice(2), io);
