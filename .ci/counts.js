/**
 * Prints the counts of Jest's JSON reports as one line. A suite that could not even start is one failure.
 * Exits with 1 when a report says failure, or when no test ran.
 */
import { readFileSync } from "node:fs";

const counts = { passed: 0, failed: 0, skipped: 0 };
let success = true;
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  counts.skipped += report.numPendingTests + report.numTodoTests;
  success &&= report.success;
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = success && counts.passed > 0 && counts.failed === 0 ? 0 : 1;
