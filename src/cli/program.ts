import { Command } from "commander";
import { packageVersion } from "../version.js";
import { askCommand } from "./commands/ask.js";
import { backupCommand, restoreCommand, verifyCommand } from "./commands/backup.js";
import { doctorCommand } from "./commands/doctor.js";
import { dumpCommand } from "./commands/dump.js";
import { exportCommand } from "./commands/export.js";
import { federatedCommand } from "./commands/federated.js";
import { gatewayCommand } from "./commands/gateway.js";
import { importCommand } from "./commands/import.js";
import { keysCommand } from "./commands/keys.js";
import { migrateCommand } from "./commands/migrate.js";
import { seedCommand } from "./commands/seed.js";
import { serveCommand } from "./commands/serve.js";
import type { Setting } from "./setting.js";
import { exitCodesHelp } from "./terminal/exit-codes.js";

/** The command `standpoint` with all its subcommands. */
export function makeProgram(setting: Setting): Command {
  const { out, err, style } = setting.terminal;
  const program = new Command("standpoint")
    .description("An open record of who stands where: a GraphQL server, and commands that fill and read its database.")
    .version(packageVersion(), "-V, --version", "show the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText(
      "after",
      `
Example:
  $ standpoint serve

${exitCodesHelp}`,
    );
  const commands = [serveCommand, federatedCommand, gatewayCommand];
  for (const make of [
    ...commands,
    migrateCommand,
    seedCommand,
    askCommand,
    importCommand,
    exportCommand,
    dumpCommand,
    backupCommand,
    restoreCommand,
    verifyCommand,
    doctorCommand,
    keysCommand,
  ]) {
    program.addCommand(make(setting));
  }
  everyCommand(program, (command) =>
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => out(text.replace(/\n$/, "")),
        writeErr: (text) => err(text.replace(/\n$/, "")),
        outputError: (message, write) => write(message.replace(/^error:/, style("red", "error:"))),
      })
      .showHelpAfterError(`(${commandLine(command)} --help shows how)`),
  );
  return program;
}

function everyCommand(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const inside of command.commands) everyCommand(inside, visit);
}

const commandLine = (command: Command): string =>
  command.parent ? `${commandLine(command.parent)} ${command.name()}` : command.name();
