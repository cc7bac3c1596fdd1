/**
 * Jest's environment, with one difference: there is no second set of globals. Tests run where the modules run that Node
 * loaded for them (see runtime.cjs), so a `String` or an `Error` is the same for the tests, the sources and Jest.
 */
const vm = require("node:vm");
const { ModernFakeTimers } = require("@jest/fake-timers");
const { ModuleMocker } = require("jest-mock");

/** Jest compiles its own test framework "in the environment's context": for this one, where we are. */
const here = {};
const { compileFunction } = vm;
vm.compileFunction = (code, params, options) =>
  compileFunction(code, params, options?.parsingContext === here ? { ...options, parsingContext: undefined } : options);

module.exports = class SharedEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  getVmContext() {
    return here;
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  async setup() {
    // Nothing to make.
  }

  async teardown() {
    this.fakeTimersModern.dispose();
  }
};
