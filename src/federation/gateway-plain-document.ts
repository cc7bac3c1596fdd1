import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { type Conditions, isIncluded } from "./gateway-conditions.js";

/**
 * A document that asks for the same as an operation of a valid document, without `@skip` and `@include`, fragments of the
 * same type, and fields that merge. Its answer has the same fields in the same order.
 */
export function plainDocument(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Conditions,
): DocumentNode {
  const fragments = new Map(
    definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const root = schema.getRootType(operation.operation);
  if (!root) return { kind: Kind.DOCUMENT, definitions };
  const selectionSet = new PlainSelection(schema, fragments, conditions, root).of([operation.selectionSet]);
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] };
}

/** What is asked of one type, as it is gathered. */
class PlainSelection {
  readonly #gathered = new Map<
    string,
    { node: SelectionNode; type?: GraphQLCompositeType; inner: SelectionSetNode[] }
  >();
  /** Counts what may be of the same object as a fragment: what comes after it must stay behind it. */
  #passed = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    readonly conditions: Conditions,
    readonly type: GraphQLCompositeType,
  ) {}

  of(sets: readonly SelectionSetNode[]): SelectionSetNode {
    for (const set of sets) this.#gather(set);
    const selections = [...this.#gathered.values()].map(({ node, type, inner }): SelectionNode => {
      if (!type) return node;
      const beneath = new PlainSelection(this.schema, this.fragments, this.conditions, type);
      return { ...node, selectionSet: beneath.of(inner) } as SelectionNode; // it had a selection set
    });
    return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [nothing] };
  }

  #gather({ selections }: SelectionSetNode): void {
    for (const node of selections.filter((selection) => isIncluded(selection, this.conditions))) {
      if (node.kind === Kind.FIELD) {
        const type = isUnionType(this.type) ? undefined : this.type.getFields()[node.name.value]?.type;
        this.#add(
          (node.alias ?? node.name).value,
          { ...node, directives: [] },
          type && getNamedType(type),
          node.selectionSet,
        );
      } else this.#gatherFragment(node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node);
    }
  }

  #gatherFragment(fragment: FragmentDefinitionNode | InlineFragmentNode | undefined): void {
    if (!fragment) return;
    const { typeCondition, selectionSet } = fragment;
    const type = typeCondition && this.schema.getType(typeCondition.name.value);
    if (isCompositeType(type) && !this.#isAlways(type)) {
      const node = { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet } as const;
      this.#add(`... on ${type.name} after ${this.#passed}`, node, type, selectionSet);
    } else this.#gather(selectionSet);
  }

  #isAlways(type: GraphQLCompositeType): boolean {
    if (type === this.type) return true;
    return !isObjectType(type) && isObjectType(this.type) && this.schema.isSubType(type, this.type);
  }

  #add(key: string, node: SelectionNode, type: unknown, inner: SelectionSetNode | undefined): void {
    const known = this.#gathered.get(key);
    if (known && inner) known.inner.push(inner);
    if (known) return;
    if (!isObjectType(type) || node.kind === Kind.FIELD) this.#passed += 1;
    this.#gathered.set(key, { node, type: isCompositeType(type) ? type : undefined, inner: inner ? [inner] : [] });
  }
}

/** Stands where all is skipped: the grammar wants a selection. */
const nothing: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: "__typename" },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: "skip" },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: "if" },
          value: { kind: Kind.BOOLEAN, value: true },
        },
      ],
    },
  ],
};
