/** Inputs from the record, so many that whoever keeps what it prepared for some does not keep it for all. */

/** The first column of what a query finds on the record. */
export async function found(record, text) {
  const { rows } = await record.client.query({ text, rowMode: "array" });
  if (rows.length === 0) throw new Error(`Nothing on the record is found by ${text}`);
  return rows.map(([value]) => value);
}

/** Inputs as people ask: every second is one of the first hundred, again and again; the others come by in turn. */
export function mostlyTheSame(inputs, often = 100) {
  const rare = inputs.slice(often);
  return rare.length === 0 ? inputs : rare.flatMap((input, index) => [input, inputs[index % often]]);
}

/** Some of a list that begin at a place, from its start again after its end. */
export const windowOf = (list, start, size) =>
  Array.from({ length: size }, (_, index) => list[(start + index) % list.length]);
