import type { GraphQLField } from "graphql";
import { Authorized, Extensions } from "type-graphql";
import { Role } from "./role.js";

const extension = "requiredRole";

/**
 * Restricts a query, mutation or field to callers with a role, or a higher one. Write it next to the field's decorator.
 * TypeGraphQL calls `checkRole` before it validates the arguments, and the description in the schema names the role.
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

/** The role that a field of the built schema needs; undefined for a public field. */
export function requiredRole({ extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">): Role | undefined {
  return Object.values(Role).find((role) => role === extensions[extension]);
}
