import { Field, ObjectType } from "type-graphql";
import { Stance } from "../../../db/generated/enums.js";
import { Position } from "../position/position.type.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "That an actor took another stance than the one it had, on a subject or on a question that recurs as several: two of its positions in a row.",
})
export class StanceChange {
  previousId: string;

  @Field(() => Stance, { description: "The stance before." })
  from: Stance;

  to: Stance;

  when: string;

  position: Position;
}
