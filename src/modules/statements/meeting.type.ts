import { Field, ObjectType } from "type-graphql";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Titled } from "../../graphql/titled.js";

@ObjectType({
  implements: [Node, Titled],
  simpleResolvers: true,
  description:
    "An occasion on which statements are made or votes are taken: a session of a body, a conference, a debate.",
})
export class Meeting extends SluggedEntity {
  @Field(() => String, { description: "The title, in English." })
  title: string;

  @Field(() => EdtfDate, { description: "When the meeting was held." })
  heldOn: string;

  @Field(() => String, { nullable: true, description: "Where the meeting was held. Null if not recorded." })
  place: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The symbol of the meeting's record, such as `S/2021/91`. Null if it has none.",
  })
  symbol: string | null;
}
