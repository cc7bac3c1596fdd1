import type { GraphQLField } from "graphql";
import { Authorized, Extensions } from "type-graphql";
import { Role } from "./role.js";

const extension = "requiredRole";

/**
 * Only for those who have the role, or a higher one: stands on a query, mutation or field, beside its declaration.
 * TypeGraphQL asks `checkRole` before it validates the arguments, and the schema tells the role in the description.
 *
 * @example @Mutation(() => RecordActorPayload, { description: "…" }) @RequiresRole("EDITOR") recordActor(…)
 */
export function RequiresRole(role: Role): MethodDecorator & PropertyDecorator {
  const authorized = Authorized<Role>(role);
  const extensions = Extensions({ [extension]: role });
  return (target: object, key: string | symbol, descriptor?: PropertyDescriptor) => {
    // Both decorators are typed for methods with a descriptor, and for properties with none.
    authorized(target, key, descriptor as PropertyDescriptor);
    extensions(target, key, descriptor as PropertyDescriptor);
  };
}

/** The role that a field of the built schema needs; undefined where everybody may have it. */
export function requiredRole({ extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">): Role | undefined {
  return Object.values(Role).find((role) => role === extensions[extension]);
}
