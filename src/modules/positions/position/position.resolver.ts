import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { byId } from "../../../graphql/by-global-id.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection, linked, reference } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Source, sourceTable } from "../../sources/index.js";
import { Evidence } from "./evidence.type.js";
import { evidenceReference } from "./evidence-of.js";
import { PositionConnection } from "./position.connection.js";
import { PositionByIdArgs, PositionsArgs } from "./position.input.js";
import { positionTable, standing, standingList } from "./position.repository.js";
import { Position } from "./position.type.js";
import { subjectReference } from "./subject-of.js";

@Resolver()
export class PositionQueries {
  @Declared()
  @Query(() => Position, { nullable: true, description: "The position with this id; null when there is none." })
  position(@Args(() => PositionByIdArgs) { id }: PositionByIdArgs) {
    return byId([positionTable], id);
  }

  @Declared()
  @Takes({ wide: 300 })
  @Query(() => PositionConnection, {
    description:
      "The standing positions on record: one at most of each holder on each subject. `positionHistory` of an actor or a subject has all.",
  })
  positions(@Args(() => PositionsArgs) args: PositionsArgs, @Ctx() context: Context) {
    return connection(PositionConnection, standingList(args, args.asOf ?? context.asOf), args);
  }
}

@Resolver(() => Position)
export class PositionFields {
  @Declared()
  @FieldResolver(() => Actor, {
    description: "Who holds it: the actor that it binds, such as the state whose representative spoke.",
  })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "The actor through which the holder took it, such as the administration in office.",
  })
  through() {
    return reference(actorTable, "throughId");
  }

  @Declared()
  @FieldResolver(() => Subject, { description: "What it is a position on." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Boolean, {
    description: "Whether it stands now: the holder has no later position on the subject. `asOf` has no part in this.",
  })
  standing() {
    return standing;
  }

  @Declared()
  @FieldResolver(() => Evidence, {
    nullable: true,
    description:
      "What shows it. Null for a sponsorship, which its proposal tells, and where only `sources` are on record.",
  })
  evidence() {
    return evidenceReference;
  }

  @Declared()
  @Declared()
  @FieldResolver(() => [Source], {
    description: "Where it is written, besides the sources of its evidence; often empty where there is evidence.",
  })
  sources() {
    return linked(sourceTable, {
      table: "PositionSource",
      from: "positionId",
      to: "sourceId",
    });
  }
}
