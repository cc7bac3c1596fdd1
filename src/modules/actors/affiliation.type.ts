import { Field, ObjectType, registerEnumType } from "type-graphql";
import { AffiliationKind } from "../../db/generated/enums.js";
import { Entity, Node } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Sourced } from "../sources/index.js";

registerEnumType(AffiliationKind, {
  name: "AffiliationKind",
  description: "How a member belongs to an organisation.",
  valuesConfig: {
    OFFICE: { description: "The member (a person) holds an office in it." },
    MEMBERSHIP: { description: "The member is a full member of it." },
    ASSOCIATE: { description: "The member takes part in it without full membership: an associate, a partner." },
    OBSERVER: { description: "The member is an observer in it." },
    CANDIDATE: { description: "The member is a candidate for membership of it." },
    GOVERNS: { description: "The member (an administration) governs it (a state)." },
    REPRESENTS: { description: "The member speaks or acts for it." },
    PART_OF: { description: "The member is an organ or a part of it." },
    SUCCEEDS: { description: "The member is its successor. Positions do not pass to a successor." },
  },
});

@ObjectType({
  implements: [Node, Sourced],
  simpleResolvers: true,
  description: "That one actor belongs to another, how, and when: an office, a membership, a succession.",
})
export class Affiliation extends Entity {
  @Field(() => AffiliationKind, { description: "How the member belongs to the organisation." })
  kind: AffiliationKind;

  @Field(() => String, { nullable: true, description: 'The office or role, such as "Minister of Foreign Affairs".' })
  role: string | null;

  @Field(() => Boolean, { description: "Whether it was held in an acting capacity." })
  acting: boolean;

  @Field(() => EdtfDate, { nullable: true, description: "When it held; null where not on record." })
  during: string | null;
}
