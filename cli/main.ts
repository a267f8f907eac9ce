// The command line. Each command is loaded only when it is called, so that the help costs nothing.

import { Command, CommanderError } from "commander";
import { EXIT } from "../gate/error.ts";
import packageJson from "../package.json" with { type: "json" };
import type { Format } from "../report/select.ts";
import type { AdoptFlags } from "./adopt.ts";
import type { CheckFlags } from "./check.ts";
import type { ControlsFlags } from "./controls.ts";
import type { CopiesFlags } from "./copies.ts";
import type { ReportFlags } from "./report.ts";
import { asClock, asText, once, oneOf, printError, usage } from "./usage.ts";

/** Formats of `phiward check`; `tests/cli` holds them against the renderers. */
export const formats = [
  "terminal",
  "json",
  "ndjson",
  "sarif",
  "junit",
  "markdown",
] as const satisfies readonly Format[];
const enforcements = ["all", "introduced", "observe"] as const;

const examples = `
Examples:
  terraform show -json plan.out | phiward check -
  phiward check plan.json --source . --format sarif --output phiward.sarif
  phiward explain 164.312(b)

Exit codes: 0 pass, 1 blocked, 2 could not judge, 3 usage.
`;

/** The whole command. `done` takes the exit code. */
function program(done: (code: number) => void): Command {
  const collect = (text: string, list: readonly string[] | undefined): readonly string[] => [
    ...(list ?? []),
    asText(text),
  ];
  const main = new Command("phiward")
    .description("Judges Terraform plans against the HIPAA Security Rule before they are applied")
    .version(packageJson.version, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand(false)
    .addHelpText("after", examples)
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  const command = (name: string, description: string): Command =>
    main
      .command(name)
      .description(description)
      .helpOption("--help", "print this help")
      .configureOutput({ outputError: () => {} })
      .exitOverride();

  command("check", "judge plans")
    .argument(
      "<plan...>",
      "terraform show -json of a plan or state (also gzip), a binary plan, or - for standard input",
    )
    .option(
      "--format <name>",
      `how to print: ${formats.join(", ")} (default terminal)`,
      once("--format", oneOf("format", formats)),
    )
    .option("--output <file>", "write there instead of to standard output", once("--output", asText))
    .option("--profile <name>", "hipaa (default), or a proposed rule to judge beside it", once("--profile", asText))
    .option(
      "--enforce <mode>",
      "what blocks: all (default), introduced, observe",
      once("--enforce", oneOf("enforcement", enforcements)),
    )
    .option("--now <date>", "what counts as now, for exceptions", once("--now", asClock))
    .option("--source <folder>", "configuration that made the plan: adds file and line", once("--source", asText))
    .option("--context <file>", "another stack's plan or state, or stated facts (repeatable)", collect)
    .option("--config <file>", "settings (default phiward.yaml here or above)", once("--config", asText))
    .option(
      "--exceptions <file>",
      "register of exceptions (default registers/exceptions.yaml)",
      once("--exceptions", asText),
    )
    .option("--ignore-exceptions", "judge as if there were no exceptions")
    .option(
      "--recovery-objectives <file>",
      "register of recovery objectives (default registers/recovery-objectives.yaml)",
      once("--recovery-objectives", asText),
    )
    .action(async (plans: string[], options: CheckFlags) =>
      done(await (await import("./check.ts")).runCheck(plans, options)),
    );

  command("report", "print the control report of an assessment as HTML")
    .argument("<assessment>", "what phiward check --format json wrote, or - for standard input")
    .option("--output <file>", "write there instead of to standard output", once("--output", asText))
    .action(async (file: string, options: ReportFlags) =>
      done(await (await import("./report.ts")).runReport(file, options)),
    );

  command("copies", "print the copies of each store: where, how long, under which key, and what is missing")
    .argument("<plan...>", "as for check")
    .option("--format <name>", "table (default) or json", once("--format", oneOf("format", ["table", "json"])))
    .option("--output <file>", "write there instead of to standard output", once("--output", asText))
    .option("--source <folder>", "configuration that made the plan", once("--source", asText))
    .option("--context <file>", "another stack's plan or state, or stated facts (repeatable)", collect)
    .option("--config <file>", "settings (default phiward.yaml here or above)", once("--config", asText))
    .option(
      "--recovery-objectives <file>",
      "register of recovery objectives (default registers/recovery-objectives.yaml)",
      once("--recovery-objectives", asText),
    )
    .option("--now <date>", "what counts as now, for stated facts", once("--now", asClock))
    .action(async (plans: string[], options: CopiesFlags) =>
      done(await (await import("./copies.ts")).runCopies(plans, options)),
    );

  command("explain", "say what a control, a citation or another tool's check is about")
    .argument("<name>", "encryption.at_rest, 164.312(b), CKV_AWS_19")
    .action(async (name: string) => done(await (await import("./explain.ts")).runExplain(name)));

  command("controls", "list the controls")
    .option("--format <name>", "table (default) or json", once("--format", oneOf("format", ["table", "json"])))
    .action(async (options: ControlsFlags) => done(await (await import("./controls.ts")).runControls(options)));

  command("schema", "print a published JSON Schema")
    .argument("<name>", "assessment, config, exceptions, recovery-objectives, stated-facts")
    .action(async (name: string) => done(await (await import("./schema.ts")).runSchema(name)));

  command("adopt", "write the existing fails of a plan as dated remediations, so that only new ones block")
    .argument("<plan>", "as for check")
    .requiredOption("--owner <name>", "who mends them", once("--owner", asText))
    .requiredOption("--approver <name>", "who accepts them meanwhile; not the owner", once("--approver", asText))
    .requiredOption("--until <date>", "last day on which they are accepted, ISO", once("--until", asText))
    .requiredOption("--compensating <text>", "what protects the data meanwhile", once("--compensating", asText))
    .option("--output <file>", "new file to write instead of to standard output", once("--output", asText))
    .option("--config <file>", "settings (default phiward.yaml here or above)", once("--config", asText))
    .option("--now <date>", "what counts as now", once("--now", asClock))
    .action(async (plan: string, options: AdoptFlags) =>
      done(await (await import("./adopt.ts")).runAdopt(plan, options)),
    );

  return main;
}

/** Runs the command and returns its exit code; errors are printed, never thrown. */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = EXIT.pass;
  try {
    if (args.length === 0) throw usage("a command is missing, see phiward --help");
    await program((given) => {
      code = given;
    }).parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.pass;
    return printError(error instanceof CommanderError ? usage(plain(error.message)) : error);
  }
}

/** Commander's sentences in the form of ours. */
const plain = (message: string): string =>
  message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*\(Did you mean (.*?)\?\)/s, " (did you mean $1?)")
    .replace(/\s*\n\s*/g, " ");
