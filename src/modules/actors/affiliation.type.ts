import { Field, ObjectType, registerEnumType } from "type-graphql";
import { AffiliationKind } from "../../db/generated/enums.js";
import { Entity, Node } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Sourced } from "../sources/index.js";

registerEnumType(AffiliationKind, {
  name: "AffiliationKind",
  description: "The way in which a member belongs to an organisation.",
  valuesConfig: {
    OFFICE: { description: "The member, a person, holds an office in the organisation." },
    MEMBERSHIP: { description: "The member is a full member of the organisation." },
    ASSOCIATE: {
      description:
        "The member takes part in the organisation without full membership, for example as an associate or a partner.",
    },
    OBSERVER: { description: "The member is an observer in the organisation." },
    CANDIDATE: { description: "The member is a candidate for membership of the organisation." },
    GOVERNS: { description: "The member, an administration, governs the organisation, a state." },
    REPRESENTS: { description: "The member speaks or acts for the organisation." },
    PART_OF: { description: "The member is an organ or a part of the organisation." },
    SUCCEEDS: { description: "The member is the successor of the organisation. Positions do not pass to a successor." },
  },
});

@ObjectType({
  implements: [Node, Sourced],
  simpleResolvers: true,
  description:
    "A relation in which one actor belongs to another: an office, a membership, a succession. It says in which way and when.",
})
export class Affiliation extends Entity {
  @Field(() => AffiliationKind, { description: "The kind of affiliation." })
  kind: AffiliationKind;

  @Field(() => String, { nullable: true, description: 'The office or role, such as "Minister of Foreign Affairs".' })
  role: string | null;

  @Field(() => Boolean, { description: "Whether the role was held in an acting capacity." })
  acting: boolean;

  @Field(() => EdtfDate, { nullable: true, description: "When the affiliation held. Null if not recorded." })
  during: string | null;
}
