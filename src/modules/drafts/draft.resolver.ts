import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { RequiresRole } from "../../auth/requires-role.js";
import type { Context } from "../../context.js";
import { connect } from "../../graphql/connection/connection-source.js";
import { Draft } from "../../graphql/drafts/draft.type.js";
import { visibleDraft } from "../../graphql/drafts/visible-draft.js";
import { Node } from "../../graphql/entity.js";
import { FieldChange } from "../../graphql/history/revision.type.js";
import { fieldLoader } from "../../graphql/per-request.js";
import { reference } from "../../graphql/reference.js";
import { canonical } from "../../record/canonical.js";
import { differences } from "../../record/differences.js";
import { listOfKind } from "../../record/drafts/list-of-kind.js";
import { parseGlobalId } from "../../record/global-id.js";
import { storages } from "../../record/store/storages.js";
import { entityTables } from "../discovery/index.js";
import { DraftConnection } from "./draft.connection.js";
import { DraftArgs, DraftsArgs } from "./draft.input.js";
import { draftList, entriesOnRecord } from "./draft.repository.js";

@Resolver()
export class DraftQueries {
  @RequiresRole("CONTRIBUTOR")
  @Query(() => Draft, {
    nullable: true,
    description: "The draft with this id; null when there is none that you may see.",
  })
  draft(@Args(() => DraftArgs) { id }: DraftArgs, @Ctx() context: Context) {
    return visibleDraft(parseGlobalId(id).uuid, context);
  }

  @RequiresRole("CONTRIBUTOR")
  @Query(() => DraftConnection, {
    description: "The drafts that you may see: all of them as an editor, otherwise your own.",
  })
  drafts(@Args(() => DraftsArgs) args: DraftsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see drafts");
    return connect(DraftConnection, { context, info, args }, draftList(args, context.viewer));
  }
}

@Resolver(() => Draft)
export class DraftFields {
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "What it would revise, or what was recorded when it was approved, as it is now; null where nothing is yet.",
  })
  entity(@Root() draft: Draft, @Ctx() context: Context) {
    const { table: name } = storages[listOfKind(draft.kind)];
    const table = entityTables.find((candidate) => candidate.name === name);
    return table ? reference(table, draft.entityUuid, context) : null;
  }

  @FieldResolver(() => [FieldChange], {
    description:
      "In what it differs from what is on record now, by path: of what is to be recorded every field, and nothing once it is on record.",
  })
  async changes(@Root() draft: Draft, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const load = (drafts: readonly Draft[]) => entriesOnRecord(context.database, drafts);
    const now = await fieldLoader(context, info, load).load(draft);
    return differences(now, canonical(draft.action === "REVISE" ? { ...now, ...draft.entry } : { ...draft.entry }));
  }
}
