import { Field, Int, ObjectType } from "type-graphql";
import { Stance } from "../../../db/generated/enums.js";

@ObjectType({ simpleResolvers: true, description: "How many standing positions on a subject take a stance." })
export class StanceCount {
  @Field(() => Stance, { description: "The stance." })
  stance: Stance;

  @Field(() => Int, { description: "How many holders take it; zero is told too." })
  count: number;
}
