import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import type { Context } from "../../context.js";
import { draftKey } from "../../editing/drafts/draft.repository.js";
import { Draft } from "../../editing/drafts/draft.type.js";
import { FieldChange } from "../../editing/revisions/revision.type.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Declared } from "../../graphql/declared-fields.js";
import { Node } from "../../graphql/entity.js";
import { EntityKind } from "../../graphql/entity-kind.js";
import { connection, one } from "../../graphql/field-sql.js";
import { parseGlobalId } from "../../record/global-id.js";
import { DraftArgs, DraftsArgs } from "./draft.input.js";
import { draftChanges, draftedEntity, draftKind, draftList } from "./draft.repository.js";

export const DraftConnection = connectionType(() => Draft, "Draft", "drafts");

@Resolver()
export class DraftQueries {
  @Declared()
  @RequiresRole("CONTRIBUTOR")
  @Query(() => Draft, {
    nullable: true,
    description: "The draft with this id. Null if there is none or the caller may not see it.",
  })
  draft(@Args(() => DraftArgs) { id }: DraftArgs, @Ctx() context: Context) {
    const key = draftKey(parseGlobalId(id).uuid, context.viewer);
    return key && one(key);
  }

  @Declared()
  @RequiresRole("CONTRIBUTOR")
  @Query(() => DraftConnection, {
    description: "The drafts that the caller may see: all drafts for an editor, otherwise the caller's own.",
  })
  drafts(@Args(() => DraftsArgs) args: DraftsArgs, @Ctx() context: Context) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see drafts");
    return connection(draftList(args, context.viewer), args);
  }
}

@Resolver(() => Draft)
export class DraftFields {
  @Declared()
  @FieldResolver(() => EntityKind, { description: "The type of entity that the draft would record or revise." })
  kind() {
    return draftKind;
  }

  @Declared()
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "The entity that the draft would revise, or the entity that was recorded when the draft was approved, in its current state. Null for a draft of a new entity that is not approved.",
  })
  entity() {
    return draftedEntity;
  }

  @Declared()
  @FieldResolver(() => [FieldChange], {
    description:
      "The differences between the draft and the current record, by field path. For a new entity: every field, or an empty list once it is recorded.",
  })
  changes() {
    return draftChanges;
  }
}
