import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { connectNested } from "../connection/connection-source.js";
import { RevisionConnection } from "./revision.connection.js";
import { RevisionsArgs } from "./revision.input.js";
import { revisionList } from "./revision.repository.js";

/**
 * The class of the resolver `revisions` of one type of entity, for the module that owns the type.
 *
 * @param note what is peculiar about the type's revisions, as sentences for their description
 * @example export const TopicRevisions = entityRevisions(Topic);
 */
export function entityRevisions(type: ClassType<{ uuid: string }>, note = ""): ClassType<object> {
  @Resolver(() => type)
  class EntityRevisions {
    @FieldResolver(() => RevisionConnection, {
      description: `Every change of it on record, the newest first. ${note}`.trim(),
    })
    revisions(
      @Root() entity: { uuid: string },
      @Args(() => RevisionsArgs) args: RevisionsArgs,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      return connectNested(RevisionConnection, { context, info, args }, entity.uuid, () => revisionList);
    }
  }
  return EntityRevisions;
}
