/**
 * Jest's runtime, with one difference: Node itself imports the test files and what they use, so a worker loads the
 * sources and their libraries once, not again for each test file (that took five seconds of each).
 *
 * - The sources (src) and libraries are shared by all test files of a worker, as they are by all requests of a server.
 * - The test file and its kits (everything under test) are loaded again for each file, so their hooks are registered.
 * - `jest.mock` does not work here.
 *
 * jest-light-runner does the same, but needs Node 22 and has no time limit for a test.
 */
const { register } = require("node:module");
const { pathToFileURL } = require("node:url");
// TypeGraphQL needs it before the first decorator; sources import it where they build a schema.
require("reflect-metadata");
const { default: Runtime } = require("jest-runtime");

const hooks = new MessageChannel();
register("./hooks.js", {
  parentURL: pathToFileURL(__filename),
  data: { port: hooks.port2 },
  transferList: [hooks.port2],
});

/** Source maps of the modules that the hooks compiled, by address: they make stack traces and inline snapshots right. */
const sourceMaps = new Map();
hooks.port1.on("message", ({ url, map }) => sourceMaps.set(url, map));
hooks.port1.unref();

// While a test file runs, Jest has its own in this place.
const exit = process.exit.bind(process);
// A worker whose parent was killed would go on for ever.
if (process.send) setInterval(() => process.connected || exit(), 1000).unref();
// At once: to free the memory of all modules takes longer than Jest waits for a worker to end.
process.on("exit", (code) => exit(code));

let files = 0;

module.exports = class NativeRuntime extends Runtime {
  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    const file = this.numberOfFile ?? ++files;
    this.numberOfFile = file;
    await import(`${pathToFileURL(path)}?file=${file}`);
  }

  /** Called once for each test file, before it is loaded. */
  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    globalThis[Symbol.for("standpoint.test.globals")] = {
      ...globals,
      jest: this.jestGlobals.jestObjectFor(__filename),
    };
  }

  getSourceMaps() {
    return sourceMaps;
  }
};
