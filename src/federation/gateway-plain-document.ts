import {
  type DocumentNode,
  type FieldNode,
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
import { prefixFor, type ResponseKeys, responseKeysOf } from "./gateway-response-keys.js";

/** An operation in its plain form, and how the keys of its result are called for the client, where that differs. */
export interface PlainDocument {
  readonly document: DocumentNode;
  readonly keys: ResponseKeys | undefined;
}

/**
 * A document that asks for the same as an operation of a valid document, without `@skip` and `@include`, fragments of the
 * same type, fields that merge, and reserved aliases. Its result has the same fields in the same order. Introspection stays
 * as it is written: the gateway answers it by itself, and fragments could multiply it.
 */
export function plainDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Conditions,
  isReserved: (alias: string) => boolean,
): PlainDocument {
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const root = schema.getRootType(operation.operation);
  if (!root) return { document, keys: undefined };
  const prefix = prefixFor(document, isReserved);
  const shared = {
    schema,
    fragments: new Map(definitions.map((node) => [node.name.value, node])),
    conditions,
    aliasOf: (alias: string) => (prefix !== undefined && isReserved(alias) ? `${prefix}${alias}` : alias),
  };
  const selectionSet = new PlainSelection(shared, root).of([operation.selectionSet]);
  const ofIntrospection = definitions.filter(({ typeCondition }) => typeCondition.name.value.startsWith("__"));
  return {
    document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...ofIntrospection] },
    keys: prefix === undefined ? undefined : responseKeysOf(selectionSet, prefix),
  };
}

interface Shared {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
  /** The name under which a client's alias is executed. */
  aliasOf(alias: string): string;
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
    readonly shared: Shared,
    readonly type: GraphQLCompositeType,
  ) {}

  of(sets: readonly SelectionSetNode[]): SelectionSetNode {
    for (const set of sets) this.#gather(set);
    const selections = [...this.#gathered.values()].map(({ node, type, inner }): SelectionNode => {
      if (inner.length === 0) return node;
      const selectionSet = type ? new PlainSelection(this.shared, type).of(inner) : joined(inner);
      return { ...node, selectionSet } as SelectionNode; // it had a selection set
    });
    return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [nothing] };
  }

  #gather({ selections }: SelectionSetNode): void {
    for (const node of selections.filter((selection) => isIncluded(selection, this.shared.conditions))) {
      if (node.kind === Kind.FIELD) {
        const type = isUnionType(this.type) ? undefined : this.type.getFields()[node.name.value]?.type;
        const field = this.#plainField(node);
        this.#add((field.alias ?? field.name).value, field, type && getNamedType(type), node.selectionSet);
      } else if (node.kind === Kind.INLINE_FRAGMENT) this.#gatherFragment(node);
      else this.#gatherFragment(this.shared.fragments.get(node.name.value));
    }
  }

  #plainField(node: FieldNode): FieldNode {
    const alias = node.alias && node.alias.value !== node.name.value ? node.alias : undefined;
    const value = alias && this.shared.aliasOf(alias.value);
    return { ...node, alias: alias && value !== undefined ? { ...alias, value } : undefined, directives: [] };
  }

  #gatherFragment(fragment: FragmentDefinitionNode | InlineFragmentNode | undefined): void {
    if (!fragment) return;
    const { typeCondition, selectionSet } = fragment;
    const type = typeCondition && this.shared.schema.getType(typeCondition.name.value);
    if (isCompositeType(type) && !this.#isAlways(type)) {
      const node = { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet } as const;
      this.#add(`... on ${type.name} after ${this.#passed}`, node, type, selectionSet);
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
    if (!isObjectType(type) || node.kind === Kind.FIELD) this.#passed += 1;
    this.#gathered.set(key, { node, type: isCompositeType(type) ? type : undefined, inner: inner ? [inner] : [] });
  }
}

/** The selections of introspection, whose types are not among those that are gathered, one after the other. */
const joined = (sets: readonly SelectionSetNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: sets.flatMap(({ selections }) => selections),
});

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
