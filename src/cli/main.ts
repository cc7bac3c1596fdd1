import { CommanderError } from "commander";
import { makeProgram } from "./program.js";
import { processSetting, type Setting, wantsStacks } from "./setting.js";
import { type ExitCode, exitCodes } from "./terminal/exit-codes.js";
import { processTerminal } from "./terminal/terminal.js";

/**
 * Runs the command line, on this process's streams, environment and signals.
 *
 * @param words without the program's own name
 * @returns the exit code
 */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const setting = processSetting(processTerminal());
  // By default, Node reports these with a stack trace. A failure of the report itself must not be reported again.
  process.once("uncaughtException", (error) => {
    process.on("uncaughtException", () => process.exit(exitCodes.unexpected));
    failure(error, setting).then(process.exit, () => process.exit(exitCodes.unexpected));
  });
  return runCommand(words, setting);
}

/**
 * Runs a command in a given setting.
 *
 * @param words without the program's own name
 * @returns the exit code
 */
export async function runCommand(words: readonly string[], setting: Setting): Promise<ExitCode> {
  try {
    await makeProgram(setting).parseAsync([...words], { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return failure(error, setting);
  }
}

async function failure(error: unknown, setting: Setting): Promise<ExitCode> {
  // Commander has already printed the error, or the requested help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  // Loaded only here, since it imports the errors of all parts.
  const { reportFailure } = await import("./terminal/failure.js");
  return reportFailure(error, setting.terminal, wantsStacks(setting));
}
