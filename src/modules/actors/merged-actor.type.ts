import { Field, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../graphql/scalars/date-time.js";
import { globalId } from "../../record/global-id.js";
import { Actor } from "./actor.type.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "A record that was found to be of the same actor, and was merged into this one. Its slug and its id lead to this actor.",
})
export class MergedActor {
  uuid: string;

  get id(): string {
    return globalId(Actor.prefix, this.uuid);
  }

  @Field(() => String, { description: "The slug that it had." })
  slug: string;

  @Field(() => String, { description: "The name that it was shown by." })
  name: string;

  @Field(() => Int, { description: "Its version." })
  version: number;

  @Field(() => DateTime, { description: "When it was merged." })
  mergedAt: Date;

  @Field(() => String, { description: "Why it was merged." })
  reason: string;
}
