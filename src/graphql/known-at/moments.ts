import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import type { Context } from "../../context.js";
import { Moment } from "../scalars/moment.js";

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Which moment each object of an answer is known at, in a request whose fields ask for several. All resolvers of a request
 * are given one context; so what a field with `knownAt` resolves to is remembered with a context of that moment, which
 * the resolvers beneath it then get.
 */
export class Moments {
  readonly #contexts = new Map<string, Context>();
  readonly #origins = new WeakMap<object, Context>();

  constructor(private readonly request: Context) {}

  /** Resolves a field at the moment that it names, else at the one that what it belongs to is known at. */
  resolve(resolve: Resolve, source: unknown, args: { knownAt?: unknown }, info: GraphQLResolveInfo): unknown {
    const context = args.knownAt instanceof Moment ? this.#at(args.knownAt) : this.#origin(source);
    if (!context) return resolve(source, args, this.request, info);
    const value = resolve(source, args, context, info);
    return isPromise(value) ? value.then((known) => this.#remember(known, context)) : this.#remember(value, context);
  }

  #at({ exact }: Moment): Context {
    const { request } = this;
    const context = this.#contexts.get(exact) ?? {
      ...request,
      knownAt: exact,
      database: request.database.asKnownAt(exact),
      loaders: new Map(), // what is loaded for one moment is no answer for another
    };
    this.#contexts.set(exact, context);
    return context;
  }

  #origin(source: unknown): Context | undefined {
    return isObject(source) ? this.#origins.get(source) : undefined;
  }

  /** With whatever it has in it: resolvers are not asked for the plain properties of an object, such as an edge's node. */
  #remember<Value>(value: Value, context: Context): Value {
    if (!isObject(value) || this.#origins.get(value) === context) return value;
    this.#origins.set(value, context);
    for (const inner of Object.values(value)) this.#remember(inner, context);
    return value;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && "then" in value && typeof value.then === "function";
}
