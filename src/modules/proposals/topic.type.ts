import { Field, ObjectType } from "type-graphql";
import { Node, SluggedEntity } from "../../graphql/entity.js";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A subject matter that proposals are about, such as a conflict, a right or a region.",
})
export class Topic extends SluggedEntity {
  static override readonly prefix = "topic";

  @Field(() => String, { description: "What it is called." })
  name: string;

  @Field(() => String, { nullable: true, description: "What belongs to it, in a sentence or two." })
  description: string | null;
}
