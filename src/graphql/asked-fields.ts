import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Asked } from "../db/asked.js";

/**
 * What all of a document asks for. An entity is read alike wherever it stands in the answer, so that references to it
 * from several fields load together: a column is read where its field is asked for anywhere.
 */
export function askedFields(schema: GraphQLSchema, document: DocumentNode): Asked {
  const asked = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field({ name: { value: field } }) {
        const parent = typeInfo.getParentType();
        if (!parent) return;
        const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
        for (const { name } of types) asked.add(`${name}.${field}`);
      },
    }),
  );
  return {
    leavesOut(table, column) {
      const type = schema.getType(table);
      return isObjectType(type) && column in type.getFields() && !asked.has(`${table}.${column}`);
    },
    cursors: [...asked].some((field) => /^PageInfo\..*Cursor$|Edge\.cursor$/.test(field)),
  };
}
