import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ActorKind } from "../../db/generated/enums.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";

registerEnumType(ActorKind, {
  name: "ActorKind",
  description: "What sort of actor it is.",
  valuesConfig: {
    STATE: { description: "A state, existing or past." },
    INTERNATIONAL_ORGANIZATION: {
      description: "An organisation whose members are states or other such organisations.",
    },
    ORGANIZATION: { description: "Any other organisation, or an organ of one: a council, a party, an agency." },
    GOVERNMENT: { description: "An administration that governs a state for a time." },
    COALITION: {
      description: "Actors who act together without an organisation of their own, such as a contact group.",
    },
    PERSON: { description: "A human being." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "Whoever can say, propose, do or hold something: a state, one of its administrations, an organisation, a person. A state, its administrations and the people in them are different actors, tied by affiliations.",
})
export class Actor extends SluggedEntity {
  static override readonly prefix = "actor";

  @Field(() => ActorKind, { description: "What sort of actor it is." })
  kind: ActorKind;

  @Field(() => String, { description: "The name it is shown by, in English." })
  name: string;

  @Field(() => String, { nullable: true, description: "Who or what it is, in a sentence or two." })
  description: string | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: "When it existed; for a person, when they lived. Null where not on record.",
  })
  existedDuring: string | null;
}
