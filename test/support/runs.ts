const factor = Number(process.env.TEST_RUNS ?? 1);

/**
 * How often a property is tried, or a process killed: a small number by default, so that the suite stays short. The
 * environment variable TEST_RUNS multiplies it for long runs, such as a nightly one.
 */
export function runs(small: number): number {
  return Math.ceil(small * factor);
}
