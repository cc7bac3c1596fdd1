import { Args, type ClassType, FieldResolver, Resolver } from "type-graphql";
import { Declared } from "../../graphql/declared-fields.js";
import { connection } from "../../graphql/field-sql.js";
import { RevisionConnection } from "./revision.connection.js";
import { changesOfRevision, RevisionsArgs, revisionList } from "./revision.repository.js";
import { FieldChange, Revision } from "./revision.type.js";

/**
 * The class of the resolver `revisions` of one type of entity, for the module that owns the type.
 *
 * @param note what is peculiar about the type's revisions, as sentences for their description
 * @example export const TopicRevisions = entityRevisions(Topic);
 */
export function entityRevisions(type: ClassType, note = ""): ClassType<object> {
  @Resolver(() => type)
  class EntityRevisions {
    @Declared()
    @FieldResolver(() => RevisionConnection, {
      description: `All recorded changes of the entity, newest first. ${note}`.trim(),
    })
    revisions(@Args(() => RevisionsArgs) args: RevisionsArgs) {
      return connection(revisionList, args);
    }
  }
  return EntityRevisions;
}

@Resolver(() => Revision)
export class RevisionFields {
  @Declared()
  @FieldResolver(() => [FieldChange], {
    description:
      "The differences between `before` and `after`, by field path. For a new entity: every field. Empty if only the status changed, such as by a retraction.",
  })
  changes() {
    return changesOfRevision;
  }
}
