#!/usr/bin/env node
import { main } from "./commands.ts";
import { processIo } from "./io.ts";

// The executable.
process.exitCode = await main(process.argv.slice(2), processIo);
