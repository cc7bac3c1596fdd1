export default {
  // Node loads the sources and tests, not Jest: see there.
  runtime: "<rootDir>/test/support/runner/runtime.cjs",
  testEnvironment: "<rootDir>/test/support/runner/environment.cjs",
  injectGlobals: false,
  transform: {},
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  globalSetup: "<rootDir>/test/support/global-setup.js",
  globalTeardown: "<rootDir>/test/support/global-teardown.js",
  // Long: on a busy machine a test may take many times what it takes otherwise, and a hang is found all the same.
  testTimeout: 300_000,
  testSequencer: "<rootDir>/test/support/runner/sequencer.cjs",
  // More than two cores: tests wait for the disk of the database, for processes that they started, and for time limits. Not
  // four: their databases and processes came near the 100 connections that a Postgres server takes.
  maxWorkers: 3,
  // Compiled modules and WebAssembly stay in a worker for ever: beyond this it is replaced, between two files.
  workerIdleMemoryLimit: "1500MB",
};
