import {
  buildSchema,
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isLeafType,
  Kind,
  parse,
  print,
  printSchema,
} from "graphql";

/** A field with its arguments, and the field whose objects have it; undefined above a field of the root. */
interface Step {
  readonly above: Step | undefined;
  readonly node: FieldNode;
  /** The type of the objects that have the field. */
  readonly type: string;
}

/** An object of an answer: the fields that lead to it, and its place in each list on the way. */
interface Place {
  readonly step: Step | undefined;
  readonly indexes: readonly number[];
  readonly __typename?: string;
}

type Ask = (query: string, variables: Record<string, unknown>) => Promise<ExecutionResult>;

/**
 * Executes operations by graphql-js, which merges fields and fragments, and knows aliases, conditions and types. Whatever
 * it needs to know of an object, a leaf or whether there is one, is asked by a question that has no other field than those
 * that lead to it.
 *
 * @param ask answers those questions
 */
export function separately(schema: GraphQLSchema, ask: Ask): Ask {
  const plain = buildSchema(printSchema(schema)); // without resolvers, and with scalars as they were written already

  return (query, variables) => {
    const document = parse(query);
    const definitions = getOperationAST(document)?.variableDefinitions?.map(print) ?? [];
    const answers = new Map<string, Promise<unknown>>();

    async function answerAt(step: Step, indexes: readonly number[], selection: string): Promise<unknown> {
      const question = `query ${definitions.length > 0 ? `(${definitions.join(", ")})` : ""} ${asked(step, selection)}`;
      const answer = answers.get(question) ?? ask(question, variables).then(dataOf);
      answers.set(question, answer);
      return reached(await answer, step, [...indexes]);
    }

    const fieldResolver: GraphQLFieldResolver<Place, unknown> = async (source, _args, _context, info) => {
      const [{ name, arguments: values }] = info.fieldNodes as [FieldNode]; // there is one at least
      const node: FieldNode = { kind: Kind.FIELD, name, arguments: values };
      const step: Step = { above: source.step, node, type: info.parentType.name };
      if (isLeafType(getNamedType(info.returnType))) return answerAt(step, source.indexes, "");
      return placesIn(await answerAt(step, source.indexes, "{ __typename }"), step, source.indexes);
    };
    return Promise.resolve(
      execute({
        schema: plain,
        document,
        variableValues: variables,
        rootValue: { step: undefined, indexes: [] } satisfies Place,
        fieldResolver,
        typeResolver: (place: Place) => place.__typename,
      }),
    );
  };
}

function dataOf({ data, errors }: ExecutionResult): unknown {
  if (errors?.[0]) throw new Error(errors[0].message);
  return data;
}

/** The selection set that has one field at each level. */
function asked({ above, node, type }: Step, selection: string): string {
  const field = `{ ... on ${type} { ${print(node)} ${selection} } }`;
  return above ? asked(above, field) : field;
}

/** What the last field is of the object at these places of the lists on the way. */
function reached(data: unknown, { above, node }: Step, indexes: number[]): unknown {
  let object = above ? reached(data, above, indexes) : data;
  while (Array.isArray(object)) object = object[indexes.shift() ?? 0];
  return (object as Record<string, unknown>)[node.name.value];
}

/** An object's place, or those of all in a list. */
function placesIn(value: unknown, step: Step, indexes: readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => placesIn(entry, step, [...indexes, index]));
  return value === null ? null : { ...(value as { __typename: string }), step, indexes };
}
