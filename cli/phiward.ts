// The command `phiward`.

import { run } from "./main.ts";

// Not process.exit: what was written to a pipe still has to leave.
process.exitCode = await run(process.argv.slice(2));
