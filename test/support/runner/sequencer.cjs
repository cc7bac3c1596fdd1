/**
 * The longest first, so that no worker is busy for long when the others are done. How long a file takes, Jest remembers from
 * the last run; on a fresh checkout nobody knows, so those come first that start processes or import votes.
 */
const { readFileSync } = require("node:fs");
const { default: Sequencer } = require("@jest/test-sequencer");

const isLong = ({ path }) => /standpoint\.js"|child\.js"|importSample|DatabaseLink/.test(readFileSync(path, "utf8"));

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = [...super.sort(tests)];
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
