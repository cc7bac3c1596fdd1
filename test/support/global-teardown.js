/** After the tests: removes what the set-up made. */
export default async function tearDown() {
  await globalThis.removeTemplates?.();
}
