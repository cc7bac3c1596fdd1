import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { byGlobalId } from "../../../graphql/by-global-id.js";
import { connect } from "../../../graphql/connection/connection-source.js";
import { linkedEntities } from "../../../graphql/linked-list.js";
import { reference } from "../../../graphql/reference.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Source, sourceTable } from "../../sources/index.js";
import { Evidence } from "./evidence.type.js";
import { evidenceOf } from "./evidence-of.js";
import { PositionConnection } from "./position.connection.js";
import { PositionByIdArgs, PositionsArgs } from "./position.input.js";
import { positionTable, standingList } from "./position.repository.js";
import { Position } from "./position.type.js";
import { subjectOf } from "./subject-of.js";

@Resolver()
export class PositionQueries {
  @Query(() => Position, { nullable: true, description: "The position with this id; null when there is none." })
  position(@Args(() => PositionByIdArgs) { id }: PositionByIdArgs, @Ctx() context: Context) {
    return byGlobalId([positionTable], id, context);
  }

  @Takes({ wide: 300 })
  @Query(() => PositionConnection, {
    description:
      "The standing positions on record: one at most of each holder on each subject. `positionHistory` of an actor or a subject has all.",
  })
  positions(@Args(() => PositionsArgs) args: PositionsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return connect(PositionConnection, { context, info, args }, standingList(args, args.asOf ?? context.asOf));
  }
}

@Resolver(() => Position)
export class PositionFields {
  @FieldResolver(() => Actor, {
    description: "Who holds it: the actor that it binds, such as the state whose representative spoke.",
  })
  holder(@Root() position: Position, @Ctx() context: Context) {
    return reference(actorTable, position.holderId, context);
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: "The actor through which the holder took it, such as the administration in office.",
  })
  through(@Root() position: Position, @Ctx() context: Context) {
    return reference(actorTable, position.throughId, context);
  }

  @FieldResolver(() => Subject, { description: "What it is a position on." })
  subject(@Root() position: Position, @Ctx() context: Context) {
    return subjectOf(position, context);
  }

  @FieldResolver(() => Evidence, {
    nullable: true,
    description:
      "What shows it. Null for a sponsorship, which its proposal tells, and where only `sources` are on record.",
  })
  evidence(@Root() position: Position, @Ctx() context: Context) {
    return evidenceOf(position, context);
  }

  @FieldResolver(() => [Source], {
    description: "Where it is written, besides the sources of its evidence; often empty where there is evidence.",
  })
  sources(@Root() position: Position, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, position.uuid, sourceTable, {
      table: "PositionSource",
      from: "positionId",
      to: "sourceId",
    });
  }
}
