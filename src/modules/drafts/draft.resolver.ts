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
    description: "The draft with this id; null when there is none that you may see.",
  })
  draft(@Args(() => DraftArgs) { id }: DraftArgs, @Ctx() context: Context) {
    const key = draftKey(parseGlobalId(id).uuid, context.viewer);
    return key && one(key);
  }

  @Declared()
  @RequiresRole("CONTRIBUTOR")
  @Query(() => DraftConnection, {
    description: "The drafts that you may see: all of them as an editor, otherwise your own.",
  })
  drafts(@Args(() => DraftsArgs) args: DraftsArgs, @Ctx() context: Context) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see drafts");
    return connection(draftList(args, context.viewer), args);
  }
}

@Resolver(() => Draft)
export class DraftFields {
  @Declared()
  @FieldResolver(() => EntityKind, { description: "The type of what it would record or revise." })
  kind() {
    return draftKind;
  }

  @Declared()
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "What it would revise, or what was recorded when it was approved, as it is now; null where nothing is yet.",
  })
  entity() {
    return draftedEntity;
  }

  @Declared()
  @FieldResolver(() => [FieldChange], {
    description:
      "In what it differs from what is on record now, by path: of what is to be recorded every field, and nothing once it is on record.",
  })
  changes() {
    return draftChanges;
  }
}
