import { getMetadataStorage, type ValidatorFn } from "type-graphql";
import { badUserInput, type FieldProblem } from "../../errors.js";
import { argumentProblems, valueProblems } from "./input-problems.js";

const mostTold = 100;

/**
 * Fields whose arguments were found good, by the variables of their request and their node in the document: a nested
 * field has the same arguments under each of its parents, so they are checked once.
 */
const checked = new WeakMap<object, WeakMap<object, unknown>>();

/**
 * Checks the arguments of every field by the rules of `argumentProblems`: given to TypeGraphQL as `validateFn`, in place
 * of `validate`. Input classes need no decorator for those rules. For more they take the decorators of class-validator,
 * `@IsSlug()` for slugs that are not called so, and `@AtLeastOneOf()`.
 *
 * @throws BAD_USER_INPUT with every problem and its path, such as `where.or[1].name.contains`
 * @example
 * ```ts
 * buildSchemaSync({ resolvers, validateFn: validateArguments });
 *
 * @InputType({ description: "Which actors." })
 * export class ActorFilter {
 *   @Field(() => [String], { nullable: true, description: "Those with one of these slugs." })
 *   slugs?: string[] | null; // checked by its name
 *
 *   @Field(() => String, { nullable: true, description: "Members of this organization." })
 *   @IsSlug()
 *   memberOf?: string | null;
 *
 *   @Field(() => [ActorFilter], { nullable: true, description: "Those that match one of these." })
 *   or?: ActorFilter[] | null; // not empty, and each of it checked as this is
 * }
 * ```
 */
export const validateArguments: ValidatorFn = (value, type, { args, info }) => {
  if (value == null || (typeof value !== "object" && typeof value !== "string")) return;
  const known = checked.get(info.variableValues) ?? new WeakMap<object, unknown>();
  const [node] = info.fieldNodes;
  if (!node || known.get(node) === type) return;
  if (!isArgumentsClass(type)) return refuseProblems(valueProblems(value, nameOf(value, args)));
  refuseProblems(argumentProblems(value));
  checked.set(info.variableValues, known.set(node, type));
};

function isArgumentsClass(type: unknown): boolean {
  return getMetadataStorage().argumentTypes.some(({ target }) => target === type);
}

/** TypeGraphQL tells the value of a single argument, made into instances of its classes, but not the argument's name. */
function nameOf(value: unknown, args: Record<string, unknown>): string {
  const written = JSON.stringify(value);
  return Object.keys(args).find((name) => JSON.stringify(args[name]) === written) ?? "";
}

/**
 * Refuses an input.
 *
 * @throws BAD_USER_INPUT with every problem, unless there is none
 */
export function refuseProblems(problems: FieldProblem[]): void {
  const [first, ...more] = problems;
  if (!first) return;
  const rest = more.length > 0 ? ` (and ${more.length} more in \`extensions.fields\`)` : "";
  throw badUserInput(`\`${first.path}\` ${first.reason}${rest}`, problems.slice(0, mostTold));
}
