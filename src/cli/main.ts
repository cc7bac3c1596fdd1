import { type ExitCode, exitCodes, reportFailure } from "./failure.js";
import { makeProgram } from "./program.js";
import { processSetting, wantsStacks } from "./setting.js";
import { processTerminal } from "./terminal.js";

/**
 * Runs the command line, on this process's streams, environment and signals.
 *
 * @param words without the program's own name
 * @returns the code to exit with
 */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal();
  const fail = (error: unknown) => reportFailure(error, terminal, wantsStacks());
  // Node's own report of these is a stack trace.
  process.on("uncaughtException", (error) => process.exit(fail(error)));
  try {
    await makeProgram(processSetting(terminal)).parseAsync([...words], { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return fail(error);
  }
}
