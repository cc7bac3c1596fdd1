import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { type Conditions, isIncluded } from "./conditions.js";

/**
 * The name under which a field is asked of subgraphs that a client gives a name of its own. It tells both, so that two fields
 * never share one, and it is nothing that the planner adds to a selection (`__typename` and keys). No field of the API has a
 * "_" in its name.
 *
 * A workaround for a fault of planners that has no issue at Hive's: beside the `__typename` that the planner adds, a client's
 * `__typename: slug` makes a question that is not valid. Apollo's planner has the like: apollographql/router#6222
 * (https://github.com/apollographql/router/issues/6222). A test in aliases.test.ts reports when it is mended.
 */
export const askedName = (key: string, name: string): string => (key === name ? name : `${name}_as_${key}`);

/** The client's name in the answer for the name under which a field was asked of a subgraph. */
export function clientName(asked: string): string {
  const at = asked.indexOf("_as_");
  return at === -1 ? asked : asked.slice(at + "_as_".length);
}

/**
 * A document that asks for the same as an operation of a valid document, in a form of which no planner makes more questions than
 * it needs: without `@skip` and `@include`, fragments of the same type, fields that merge, and clients' aliases. It asks for
 * `__typename` wherever the type of an object is open. What the gateway answers by itself, introspection, is left out.
 *
 * @returns undefined where nothing is left
 */
export function documentToPlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Conditions,
): DocumentNode | undefined {
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const root = schema.getRootType(operation.operation);
  if (!root) return undefined;
  const fragments = new Map(definitions.map((node) => [node.name.value, node]));
  const { selections } = new PlainSelection({ schema, fragments, conditions }, root).of([operation.selectionSet]);
  const asked = selections.filter((node) => node.kind !== Kind.FIELD || !node.name.value.startsWith("__"));
  if (asked.length === 0) return undefined;
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: asked };
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] };
}

interface Shared {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
}

/** What is asked of one type, as it is gathered. */
class PlainSelection {
  readonly #gathered = new Map<
    string,
    { node: SelectionNode; type?: GraphQLCompositeType; inner: SelectionSetNode[] }
  >();

  constructor(
    readonly shared: Shared,
    readonly type: GraphQLCompositeType,
  ) {}

  of(sets: readonly SelectionSetNode[]): SelectionSetNode {
    for (const set of sets) this.#gather(set);
    if (isAbstractType(this.type) || this.#gathered.size === 0) this.#add("__typename", typename, undefined, undefined);
    const selections = [...this.#gathered.values()].map(({ node, type, inner }): SelectionNode => {
      if (inner.length === 0 || !type) return node;
      return { ...node, selectionSet: new PlainSelection(this.shared, type).of(inner) } as SelectionNode; // it had one
    });
    return { kind: Kind.SELECTION_SET, selections };
  }

  #gather({ selections }: SelectionSetNode): void {
    for (const node of selections.filter((selection) => isIncluded(selection, this.shared.conditions))) {
      if (node.kind === Kind.FIELD) {
        const type = isUnionType(this.type) ? undefined : this.type.getFields()[node.name.value]?.type;
        const name = askedName((node.alias ?? node.name).value, node.name.value);
        this.#add(name, asked(node, name), type && getNamedType(type), node.selectionSet);
      } else if (node.kind === Kind.INLINE_FRAGMENT) this.#gatherFragment(node);
      else this.#gatherFragment(this.shared.fragments.get(node.name.value));
    }
  }

  #gatherFragment(fragment: FragmentDefinitionNode | InlineFragmentNode | undefined): void {
    if (!fragment) return;
    const { typeCondition, selectionSet } = fragment;
    const type = typeCondition && this.shared.schema.getType(typeCondition.name.value);
    if (isCompositeType(type) && !this.#isAlways(type)) {
      const node = { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet } as const;
      this.#add(`... on ${type.name}`, node, type, selectionSet);
    } else this.#gather(selectionSet);
  }

  #isAlways(type: GraphQLCompositeType): boolean {
    if (type === this.type) return true;
    return !isObjectType(type) && isObjectType(this.type) && this.shared.schema.isSubType(type, this.type);
  }

  #add(key: string, node: SelectionNode, type: unknown, inner: SelectionSetNode | undefined): void {
    const known = this.#gathered.get(key);
    if (known && inner) known.inner.push(inner);
    if (known) return;
    this.#gathered.set(key, { node, type: isCompositeType(type) ? type : undefined, inner: inner ? [inner] : [] });
  }
}

function asked(node: FieldNode, name: string): FieldNode {
  const alias = name === node.name.value ? undefined : ({ kind: Kind.NAME, value: name } as const);
  return { ...node, alias, directives: [] };
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };
