import { type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { Extensions } from "type-graphql";

/**
 * Milliseconds of database time that a field takes for one parent, measured on the record of all roll calls of the General
 * Assembly (870,000 positions) with one core. What is not declared is small beside the objects that it returns.
 */
export interface Work {
  /** Whatever is asked. */
  readonly read?: number;
  /**
   * Besides, for the rows and again for `totalCount`, where conditions have to be tried on many rows: conditions that name
   * something (`slugs`) are not. Without conditions it is only the count that takes it.
   */
  readonly wide?: number;
  /** The argument that has the conditions; `where` when left out. With another, nothing is wide without it. */
  readonly by?: string;
  /** Whether it is wide without any condition too. */
  readonly always?: boolean;
}

/** Declares beside a field how much work it is. `bench/costs.js` compares that with what the field takes. */
export const Takes = (work: Work) => Extensions({ work });

/** The work that a field declares. */
export function workOf({ extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">): Work {
  return (extensions.work as Work | undefined) ?? {}; // only Takes sets it
}

/** Declares in a schema that was made from a definition, as a gateway's is, the work of the fields that it is a definition of. */
export function copyWork(from: GraphQLSchema, to: GraphQLSchema): void {
  for (const type of Object.values(to.getTypeMap())) {
    const original = from.getType(type.name);
    if (!isObjectType(type) || !isObjectType(original)) continue;
    const declared = original.getFields();
    for (const field of Object.values(type.getFields())) {
      const work = declared[field.name]?.extensions.work;
      if (work) field.extensions = { ...field.extensions, work };
    }
  }
}
