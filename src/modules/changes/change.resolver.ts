import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { connect, connectNested } from "../../graphql/connection/connection-source.js";
import { Node } from "../../graphql/entity.js";
import { reference } from "../../graphql/reference.js";
import { entityTables } from "../discovery/index.js";
import { PositionConnection } from "../positions/index.js";
import { ChangeConnection } from "./change.connection.js";
import { ChangesArgs, ImportedPositionsArgs } from "./change.input.js";
import { changeList, importedPositions } from "./change.repository.js";
import { Change } from "./change.type.js";

@Resolver()
export class ChangeQueries {
  @Query(() => ChangeConnection, {
    description:
      "The feed of changes, the earliest first: everything that was recorded, revised, retracted, merged or imported. To keep a copy in step, ask again with the last cursor that you have seen: nothing is missed and nothing told twice.",
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return connect(ChangeConnection, { context, info, args }, changeList(args.kinds));
  }
}

@Resolver(() => Change)
export class ChangeFields {
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "What was changed, as it is now: a retracted entity too, which says so; of an actor that was merged since, the survivor. Null for an import of many.",
  })
  entity(@Root() change: Change, @Ctx() context: Context) {
    const table = entityTables.find(({ name }) => name === tableName(change.kind));
    return table ? reference(table, change.entityUuid, context) : null;
  }

  @FieldResolver(() => PositionConnection, {
    nullable: true,
    description: "The positions that an import put on record, as they are now; null for a change of one entity.",
  })
  positions(
    @Root() change: Change,
    @Args(() => ImportedPositionsArgs) args: ImportedPositionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (change.importBatchId === null) return null;
    return connectNested(PositionConnection, { context, info, args }, change.importBatchId, () => importedPositions);
  }
}

/** "POLICY_ACTION" is kept in "PolicyAction". */
const tableName = (kind: string): string =>
  kind.toLowerCase().replace(/(^|_)([a-z])/g, (_, _before, letter: string) => letter.toUpperCase());
