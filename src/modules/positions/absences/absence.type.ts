import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { AbsenceBasis as Basis } from "../../../db/generated/enums.js";
import { AbsenceBasis } from "../../../db/generated/enums.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";

registerEnumType(AbsenceBasis, {
  name: "AbsenceBasis",
  description: "Whether an absence is recorded in a source or inferred.",
  valuesConfig: {
    RECORDED: { description: "A source lists the member as absent or as not voting." },
    DERIVED: {
      description:
        "The absence is inferred: the member has no vote in this roll call but had voted in the body before.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "A record that a member of a body took no part in a roll call. An absence is not a position. If an actor has neither an absence nor a vote in a roll call, it was not a member, or the record is incomplete. Its memberships on the day of the roll call show which.",
})
export class Absence {
  @Field(() => AbsenceBasis, { description: "Whether a source lists the absence or it was inferred." })
  basis: Basis;
}

export const AbsenceConnection = connectionType(() => Absence, "Absence", "absences");

@ObjectType({
  simpleResolvers: true,
  description: "An actor that was absent from at least one roll call, with the number of its absences.",
})
export class Absentee {
  @Field(() => Int, { description: "The number of roll calls from which the actor was absent." })
  count: number;

  @Field(() => Int, { description: "The number of these absences that are inferred (`DERIVED`)." })
  derived: number;
}

export const AbsenteeConnection = connectionType(() => Absentee, "Absentee", "absent actors");
