import { mutants } from "/work/main/src/cli/mutants.ts";
import { processIo } from "/work/main/src/cli/io.ts";
process.exitCode = await mutants(process.argv.slice(2), processIo);
