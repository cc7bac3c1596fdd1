import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { AbsenceBasis as Basis } from "../../../db/generated/enums.js";
import { AbsenceBasis } from "../../../db/generated/enums.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";

registerEnumType(AbsenceBasis, {
  name: "AbsenceBasis",
  description: "How it is known that a member was absent from a roll call.",
  valuesConfig: {
    RECORDED: { description: "A source lists the member as absent or as not voting." },
    DERIVED: {
      description: "It is inferred: the member has no vote in the roll call, and had voted in the body before.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "That a member of a body took no part in a roll call. An absence is not a position. An actor that has neither an absence nor a vote was not a member, or the record lacks it: its memberships on the day of the roll call tell which.",
})
export class Absence {
  @Field(() => AbsenceBasis, { description: "How the absence is known." })
  basis: Basis;
}

export const AbsenceConnection = connectionType(() => Absence, "Absence", "absences");

@ObjectType({ simpleResolvers: true, description: "An actor that was absent from roll calls, and how often." })
export class Absentee {
  @Field(() => Int, { description: "The number of roll calls that it was absent from." })
  count: number;

  @Field(() => Int, { description: "The number of those absences that are derived (`DERIVED`)." })
  derived: number;
}

export const AbsenteeConnection = connectionType(() => Absentee, "Absentee", "actors that were absent");
