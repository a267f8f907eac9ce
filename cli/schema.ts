// phiward schema: prints a published JSON Schema.

import { EXIT } from "../gate/error.ts";
import { openOutput } from "./output.ts";
import { schemas } from "./schema-list.ts";
import { oneOf } from "./usage.ts";

/** Prints the schema. Returns the exit code. */
export async function runSchema(name: string): Promise<number> {
  const schema = schemas[oneOf("schema", Object.keys(schemas))(name)];
  const output = openOutput(undefined);
  output.write(`${JSON.stringify(schema?.(), null, 2)}\n`);
  output.finish();
  return EXIT.pass;
}
