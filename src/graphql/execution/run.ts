import {
  defaultTypeResolver,
  type ExecutionResult,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  locatedError,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { isIterableObject } from "graphql/jsutils/isIterableObject.js";
import type { Output, Plan, PlannedField } from "../../execution/plan.js";
import { Later } from "../later.js";
import { type Holder, Place, pathTo } from "./place.js";
import { runtimeType } from "./runtime-type.js";

/**
 * An object of an answer. It has no prototype, so that any response name is a field of its own, `__proto__` too; and yet
 * engines give those of one selection one shape, which they would not do for `Object.create(null)`.
 */
// biome-ignore lint/suspicious/noEmptyBlockStatements: it makes an object with nothing in it
const Answer = function Answer() {} as unknown as new () => Holder; // a class's prototype cannot be replaced
Answer.prototype = Object.create(null);

/**
 * One request's execution of a plan, as the specification and graphql-js have it. Values that are known are completed in
 * place, without a promise; for those that are not, null stands until they are. Errors of fields that cannot be null are
 * thrown while the values around them are being completed, and climb from place to place later.
 */
export class Run {
  readonly #errors: GraphQLError[] = [];
  readonly #arguments: Record<string, unknown>[] = [];
  readonly #end = new Later<ExecutionResult>();
  #data: Holder | null = new Answer();
  #unknown = 1; // the root itself

  constructor(
    readonly plan: Plan,
    readonly variables: Record<string, unknown>,
    readonly context: unknown,
  ) {}

  execute(): Later<ExecutionResult> {
    try {
      if (this.#data) this.#fill(this.#data, this.plan.root, undefined, undefined);
    } catch (error) {
      this.#endWithout(error as GraphQLError); // as `#failed` throws it
    }
    this.#oneIsKnown();
    return this.#end;
  }

  #oneIsKnown(): void {
    this.#unknown -= 1;
    if (this.#unknown > 0) return;
    const [data, errors] = [this.#data, this.#errors];
    this.#end.resolve(errors.length === 0 ? { data } : { errors, data });
  }

  #endWithout(error: GraphQLError): void {
    this.#errors.push(error);
    this.#end.resolve({ errors: this.#errors, data: null });
  }

  /** @throws {GraphQLError} of a field that cannot be null; those after it are not asked then */
  #fill(answer: Holder, fields: readonly PlannedField[], source: unknown, parent: Place | undefined): void {
    for (const field of fields) this.#field(answer, field, source, parent);
  }

  #field(answer: Holder, field: PlannedField, source: unknown, parent: Place | undefined): void {
    const { key, output, definition } = field;
    if (!definition) {
      answer[key] = field.parentType.name;
      return;
    }
    let place: Place | undefined;
    try {
      let value = definition.resolve ? undefined : propertyOf(source, field.name);
      if (definition.resolve) {
        place = new Place(parent, key, field.parentType.name, answer, output.nullable);
        value = definition.resolve(source, this.#argumentsOf(field), this.context, this.#info(field, place));
      } else if (typeof value === "function") {
        place = new Place(parent, key, field.parentType.name, answer, output.nullable);
        value = value.call(source, this.#argumentsOf(field), this.context, this.#info(field, place));
      }
      if (output.kind === "leaf" && !isThenable(value)) {
        answer[key] = this.#complete(output, value, field, place);
        return;
      }
      place ??= new Place(parent, key, field.parentType.name, answer, output.nullable);
      this.#put(output, value, field, place);
    } catch (error) {
      place ??= new Place(parent, key, field.parentType.name, answer, output.nullable);
      answer[key] = this.#failed(error, field, place);
    }
  }

  /** Null, for what failed at a place where that may stand. */
  #failed(error: unknown, field: PlannedField, place: Place): null {
    const located = locatedError(error, field.nodes, pathTo(place));
    place.dead = true;
    if (!place.nullable) throw located;
    this.#errors.push(located);
    return null;
  }

  /** Puts a value in its place: now, or when it is known. */
  #put(output: Output, value: unknown, field: PlannedField, place: Place): void {
    if (!isThenable(value)) place.holder[place.key] = this.#complete(output, value, field, place);
    else if (value instanceof Later && value.isKnown)
      place.holder[place.key] = this.#complete(output, value.outcome(), field, place);
    else this.#putLater(output, value, field, place);
  }

  // Apart, as all functions here that make closures: V8 allocates what closures share whenever their function is called.
  #putLater(output: Output, value: PromiseLike<unknown>, field: PlannedField, place: Place): void {
    this.#await(value, field, place, (known) => this.#complete(output, known, field, place));
  }

  #await(value: PromiseLike<unknown>, field: PlannedField, place: Place, complete: (known: unknown) => unknown): null {
    place.holder[place.key] = null; // keeps its place among the fields
    this.#unknown += 1;
    const take = (known: unknown): void => {
      try {
        if (!place.dead) place.holder[place.key] = complete(known);
      } catch (error) {
        this.#lost(error, field, place);
      }
      this.#oneIsKnown();
    };
    const fail = (error: unknown): void => {
      this.#lost(error, field, place);
      this.#oneIsKnown();
    };
    if (value instanceof Later) value.settled(take, fail);
    else Promise.resolve(value).then(take, fail);
    return null;
  }

  /** As `#failed`, once the values around the place are complete: the nearest place around it that may be null is. */
  #lost(error: unknown, field: PlannedField, place: Place): void {
    const located = locatedError(error, field.nodes, pathTo(place));
    for (let at: Place | undefined = place; at; at = at.prev) {
      if (at.dead) return; // for an error that is told already
      at.dead = true;
      if (!at.nullable) continue;
      this.#errors.push(located);
      at.holder[at.key] = null;
      return;
    }
    this.#endWithout(located);
  }

  #complete(output: Output, value: unknown, field: PlannedField, place: Place | undefined): unknown {
    if (value instanceof Error) throw value;
    if (value == null) {
      if (output.nullable) return null;
      throw new Error(`Cannot return null for non-nullable field ${field.parentType.name}.${field.name}.`);
    }
    if (output.kind === "leaf") {
      const serialized = output.serialize(value);
      if (serialized != null) return serialized;
      const expected = `Expected \`${inspect(output.type)}.serialize(${inspect(value)})\` to return non-nullable value`;
      throw new Error(`${expected}, returned: ${inspect(serialized)}`);
    }
    if (!place) throw new Error("only a leaf has no place of its own");
    if (output.kind === "list") return this.#list(output.of, value, field, place);
    if (output.kind === "object") return this.#object(output.type, value, field, place);
    const { type } = output;
    const named = (type.resolveType ?? defaultTypeResolver)(value, this.context, this.#info(field, place), type);
    return isThenable(named)
      ? this.#ofTypeLater(type, named, value, field, place)
      : this.#object(runtimeType(this.plan, type, named, field, value), value, field, place);
  }

  #ofTypeLater(
    type: GraphQLAbstractType,
    named: PromiseLike<unknown>,
    value: unknown,
    field: PlannedField,
    place: Place,
  ): unknown {
    return this.#await(named, field, place, (name) =>
      this.#object(runtimeType(this.plan, type, name, field, value), value, field, place),
    );
  }

  #list(output: Output, values: unknown, field: PlannedField, place: Place): unknown[] {
    if (!isIterableObject(values))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.name}".`,
      );
    const items: unknown[] = [];
    const holder = items as unknown as Holder; // by index
    for (const value of values) {
      const at = new Place(place, items.length, undefined, holder, output.nullable);
      items.push(null);
      try {
        this.#put(output, value, field, at);
      } catch (error) {
        this.#failed(error, field, at);
      }
    }
    return items;
  }

  #object(type: GraphQLObjectType, value: unknown, field: PlannedField, place: Place): unknown {
    const isOfType = type.isTypeOf?.(value, this.context, this.#info(field, place)) ?? true;
    return isThenable(isOfType)
      ? this.#objectLater(type, isOfType, value, field, place)
      : this.#answer(type, isOfType, value, field, place);
  }

  #objectLater(
    type: GraphQLObjectType,
    isOfType: PromiseLike<unknown>,
    value: unknown,
    field: PlannedField,
    place: Place,
  ): unknown {
    return this.#await(isOfType, field, place, (known) => this.#answer(type, known, value, field, place));
  }

  #answer(type: GraphQLObjectType, isOfType: unknown, value: unknown, field: PlannedField, place: Place): Holder {
    if (!isOfType)
      throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, {
        nodes: field.nodes,
      });
    const answer = new Answer();
    this.#fill(answer, this.plan.selection(field, type, this.variables), value, place);
    return answer;
  }

  /** The same object for all parents of a field; made anew where it cannot be made, so that each has its own error. */
  #argumentsOf({ index, definition, nodes: [node] }: PlannedField): Record<string, unknown> {
    const known = this.#arguments[index];
    if (known || !definition || !node) return known ?? {};
    const made = getArgumentValues(definition, node, this.variables);
    this.#arguments[index] = made;
    return made;
  }

  #info({ name, nodes, definition, parentType, output }: PlannedField, path: Place): GraphQLResolveInfo {
    const { schema, fragments, operation } = this.plan;
    const info: Omit<GraphQLResolveInfo, "getAbortSignal" | "getAsyncHelpers"> = {
      fieldName: name,
      fieldNodes: nodes,
      returnType: definition?.type ?? output.type,
      parentType,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.variables,
    };
    return info as GraphQLResolveInfo; // @graphql-tools/utils adds the two to the type; graphql-js 16 has neither
  }
}

function propertyOf(source: unknown, name: string): unknown {
  if ((typeof source !== "object" || source === null) && typeof source !== "function") return undefined;
  return (source as Record<string, unknown>)[name];
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>> | null | undefined)?.then === "function";
}
