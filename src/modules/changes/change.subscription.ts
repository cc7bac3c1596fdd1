import { Arg, Args, ArgsType, Field, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../../context.js";
import { EntityKind } from "../../db/generated/enums.js";
import { IsCursor, SortedBy } from "../../graphql/connection/paging-rules.js";
import { Declared } from "../../graphql/declared-fields.js";
import { EntityKey, type OneSql, one } from "../../graphql/field-sql.js";
import { Position, PositionFilter, positionTable } from "../positions/index.js";
import { changeOrder } from "./change.input.js";
import { afterCursor, changeWith, type Change as Followed, recordedPositions } from "./change.repository.js";
import { Change } from "./change.type.js";
import { feedOf } from "./change-feed.js";
import { endable, onceBack } from "./listening.js";

@SortedBy(changeOrder)
@ArgsType()
class FollowArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "The last cursor that the client has received. Later changes are sent first, then new ones as they happen. Default: only new changes.",
  })
  @IsCursor()
  after?: string | null;

  @Field(() => [EntityKind], {
    nullable: true,
    description: "Only changes of entities of these types. Default: all.",
  })
  kinds?: EntityKind[] | null;
}

@Resolver()
export class ChangeSubscriptions {
  @Declared()
  @Subscription(() => Change, {
    description:
      "The feed of changes, live. After a lost connection, subscribe again with the last cursor that you have received. No change is missed or repeated.",
    // TypeGraphQL gives `subscribe` the arguments as graphql-js has them, before it makes instances of them.
    subscribe: ({ args, context }: { args: FollowArgs; context: Context }) => {
      const after = afterCursor(args.after);
      return endable(feedOf(context.database).follow(after, args.kinds));
    },
  })
  changes(@Root() { sequence }: Followed, @Args(() => FollowArgs) _args: FollowArgs): OneSql {
    return changeWith(sequence);
  }

  @Declared()
  @Subscription(() => Position, {
    description:
      "Each newly recorded position that matches the filter. Positions recorded while the connection is lost are not sent; use `changes` to receive all of them.",
    subscribe: ({ args, context }: { args: { where?: PositionFilter | null }; context: Context }) => {
      const changes = feedOf(context.database).follow(undefined, [EntityKind.POSITION]);
      return endable({
        ...changes,
        events: (signal) => positionsRecorded(changes.events(signal), args.where, context, signal),
      });
    },
  })
  positionRecorded(
    @Root() { id }: { id: string },
    @Arg("where", () => PositionFilter, {
      nullable: true,
      description: "Only positions that match this filter. Default: all.",
    })
    _where: PositionFilter | null,
  ): OneSql {
    return one(new EntityKey(positionTable, "id", id));
  }
}

async function* positionsRecorded(
  changes: AsyncIterable<Followed>,
  where: PositionFilter | null | undefined,
  { database, asOf }: Context,
  signal: AbortSignal,
): AsyncGenerator<{ id: string }, void> {
  for await (const change of changes) {
    if (change.action !== "RECORDED" && change.action !== "IMPORTED") continue;
    const read = () => recordedPositions(database.request?.renewed() ?? database, change, where, asOf);
    yield* await onceBack(read, signal);
  }
}
