/**
 * Prints the ten slowest files of Jest's JSON reports, then their counts as one line. A suite that could not even start
 * is one failure.
 * Exits with 1 when a report says failure, or when no test ran.
 */
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const seconds = [];
const counts = { passed: 0, failed: 0, skipped: 0 };
let success = true;
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  counts.skipped += report.numPendingTests + report.numTodoTests;
  success &&= report.success;
  for (const { name, startTime, endTime } of report.testResults) {
    seconds.push([(endTime - startTime) / 1000, relative(process.cwd(), name)]);
  }
}
console.log("The ten slowest test files, in seconds:");
for (const [time, name] of seconds.sort(([a], [b]) => b - a).slice(0, 10))
  console.log(time.toFixed(1).padStart(7), name);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = success && counts.passed > 0 && counts.failed === 0 ? 0 : 1;
