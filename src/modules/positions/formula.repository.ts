import { sql } from "../../db/sql.js";
import type { OneSql } from "../../graphql/field-sql.js";
import type { Formula } from "./formula.type.js";

/** A formula as the object of a field. */
export const formulaObject = ({ name, version, definition, reference }: Formula): OneSql => ({
  kind: "one",
  rows: (alias) => ({
    from: sql`(select ${name}::text as "name", ${version}::text as "version", ${definition}::text as "definition",
      ${reference}::text as "reference") ${alias}`,
  }),
});
