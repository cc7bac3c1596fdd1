/** `@jest/globals` for modules that Node loaded (see runtime.cjs): each name acts in the test file that runs now. */
const current = (name) => globalThis[Symbol.for("standpoint.test.globals")][name];

const delegate = (name) =>
  new Proxy(() => undefined, {
    apply: (_target, _this, given) => current(name)(...given),
    get: (_target, property) => current(name)[property],
  });

export const afterAll = delegate("afterAll");
export const afterEach = delegate("afterEach");
export const beforeAll = delegate("beforeAll");
export const beforeEach = delegate("beforeEach");
export const describe = delegate("describe");
export const expect = delegate("expect");
export const it = delegate("it");
export const test = delegate("test");
export const jest = new Proxy({}, { get: (_target, property) => current("jest")[property] });
