// Tests run the sources, compiled one file at a time: SWC because TypeGraphQL needs decorator metadata, ES modules because
// the package is made of them.
const compiler = {
  jsc: {
    target: "es2023",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: "es6" },
  sourceMaps: "inline",
};

export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": ["@swc/jest", compiler] },
  // Sources import each other as the compiled files that they become.
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  globalSetup: "<rootDir>/test/support/global-setup.js",
  globalTeardown: "<rootDir>/test/support/global-teardown.js",
  // Long: on a busy machine a test may take many times what it takes otherwise, and a hang is found all the same.
  testTimeout: 120_000,
  maxWorkers: 2,
  // Compiled modules and WebAssembly stay in a worker for ever: beyond this it is replaced, between two files.
  workerIdleMemoryLimit: "1500MB",
};
