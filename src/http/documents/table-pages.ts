import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { keyOf, type Table } from "./table.js";

const cursorName = "afterRow";
const sizeName = "rowsOfPage";

/** An operation that asks for the pages of a table and for nothing else. */
export interface TableQuery {
  readonly query: string;
  /** Its variables for the cursor after which a page begins, and for the number of rows in it. */
  readonly cursorName: string;
  readonly sizeName: string;
  /** The keys that lead to the list of rows. */
  readonly rowsPath: readonly string[];
  /** The keys that lead to the connection; undefined where the table has one page. */
  readonly connectionPath: readonly string[] | undefined;
  /** The variables of the question that it has, too. */
  readonly variables: ReadonlySet<string>;
}

/**
 * The operation for a table: of the question only the fields that lead to the rows; where they are a connection's, with
 * pages.
 */
export function tableQuery(document: DocumentNode, operation: OperationDefinitionNode, table: Table): TableQuery {
  const rowsPath = table.fields.map(keyOf);
  const selectionSet = onlyOnPath(table.fields, table.hasPages ? table.fields.length - 2 : -1);
  const pruned: OperationDefinitionNode = { ...operation, selectionSet };
  const used = usedIn(document, pruned);
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.variables.has(variable.name.value),
  );
  const fragments = document.definitions.filter(
    (one) => one.kind === Kind.FRAGMENT_DEFINITION && used.fragments.has(one.name.value),
  );
  const cursor = table.hasPages ? [definitionOf(cursorName, "String"), definitionOf(sizeName, "Int")] : [];
  const definition = { ...pruned, variableDefinitions: [...variableDefinitions, ...cursor] };
  return {
    query: print({ kind: Kind.DOCUMENT, definitions: [definition, ...fragments] }),
    cursorName,
    sizeName,
    rowsPath,
    connectionPath: table.hasPages ? rowsPath.slice(0, -1) : undefined,
    variables: new Set(variableDefinitions.map(({ variable }) => variable.name.value)),
  };
}

/** A selection of the fields on a path, each with the next one alone in it; the one at `pagesAt` has pages. */
function onlyOnPath(fields: readonly FieldNode[], pagesAt: number): SelectionSetNode {
  const [first, ...rest] = fields;
  if (!first) return { kind: Kind.SELECTION_SET, selections: [] };
  const selectionSet = rest.length > 0 ? onlyOnPath(rest, pagesAt - 1) : first.selectionSet;
  const field: FieldNode = { ...first, selectionSet };
  return { kind: Kind.SELECTION_SET, selections: [pagesAt === 0 ? inPages(field) : field] };
}

function inPages(field: FieldNode): FieldNode {
  const others = (field.arguments ?? []).filter(
    ({ name }) => !["first", "after", "last", "before"].includes(name.value),
  );
  const selections = [...(field.selectionSet?.selections ?? []), pageInfo];
  return { ...field, arguments: [...others, ...pageArguments], selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
const variable = (of: string) => ({ kind: Kind.VARIABLE, name: name(of) }) as const;
const pageArguments: ArgumentNode[] = [
  { kind: Kind.ARGUMENT, name: name("first"), value: variable(sizeName) },
  { kind: Kind.ARGUMENT, name: name("after"), value: variable(cursorName) },
];
const definitionOf = (of: string, type: string) =>
  ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: variable(of),
    type: { kind: Kind.NAMED_TYPE, name: name(type) },
  }) as const;
const pageInfo: SelectionNode = {
  kind: Kind.FIELD,
  name: name("pageInfo"),
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: ["hasNextPage", "endCursor"].map((field) => ({ kind: Kind.FIELD, name: name(field) })),
  },
};

/** The variables and fragments that an operation uses, through its fragments. */
function usedIn({ definitions }: DocumentNode, operation: OperationDefinitionNode) {
  const variables = new Set<string>();
  const fragments = new Set<string>();
  const collect = (node: OperationDefinitionNode | SelectionSetNode): void => {
    visit(node.kind === Kind.OPERATION_DEFINITION ? node.selectionSet : node, {
      Variable: (variable) => void variables.add(variable.name.value),
      FragmentSpread(spread) {
        if (fragments.has(spread.name.value)) return;
        fragments.add(spread.name.value);
        for (const one of definitions) {
          if (one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === spread.name.value) collect(one.selectionSet);
        }
      },
    });
  };
  collect(operation);
  return { variables, fragments };
}
