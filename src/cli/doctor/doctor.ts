import { type Env, EnvError } from "../../env.js";
import { packageVersion } from "../../version.js";
import type { Setting } from "../setting.js";
import { ProblemsFound } from "../terminal/exit-codes.js";
import { checkDatabase } from "./database-checks.js";
import { type Finding, ok, problem } from "./finding.js";
import { checkFolder } from "./folder-checks.js";
import { checkPorts, checkRedis, checkReplicas, checkTokens } from "./reach-checks.js";

/**
 * Checks everything that a server needs, and reports problems with their solutions. Changes nothing.
 *
 * @throws ProblemsFound where a server would not work
 */
export async function doctor({ json = false }: { json?: boolean }, setting: Setting): Promise<void> {
  const findings = await examine(setting);
  const { out } = setting.terminal;
  const problems = findings.filter(({ level }) => level === "problem").length;
  if (json) out(JSON.stringify({ version: packageVersion(), problems, findings }, null, 2));
  else for (const finding of findings) for (const line of linesOf(finding, setting)) out(line);
  if (problems > 0) throw new ProblemsFound(`${problems === 1 ? "1 problem" : `${problems} problems`} found`);
}

async function examine(setting: Setting): Promise<Finding[]> {
  let env: Env;
  try {
    env = setting.env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    const advice = "Correct the variable. Nothing else was checked. standpoint serve --help lists all variables";
    return error.problems.map((text) => problem("configuration", text, advice));
  }
  const log = setting.log("silent");
  const parts = [
    ...(env.databaseUrl === undefined ? [checkFolder(env.dataDir)] : []),
    checkDatabase(env, log),
    checkReplicas(env),
    checkRedis(env, log),
    checkTokens(env),
    checkPorts(env),
  ];
  const version = `standpoint ${packageVersion()} on Node.js ${process.versions.node}`;
  return [ok("configuration", `every variable is well-formed; ${version}`), ...(await Promise.all(parts)).flat()];
}

const colours = { ok: "green", warning: "yellow", problem: "red" } as const;

function linesOf({ check, level, message, advice }: Finding, { terminal }: Setting): string[] {
  const line = `${terminal.style(colours[level], level.padEnd(7))}  ${check}: ${message}`;
  return advice === undefined ? [line] : [line, `         ${advice}.`];
}
