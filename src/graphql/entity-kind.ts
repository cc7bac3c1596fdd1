import { registerEnumType } from "type-graphql";
import { EntityKind } from "../db/generated/enums.js";

registerEnumType(EntityKind, {
  name: "EntityKind",
  description: "A type of entity.",
  valuesConfig: {
    SOURCE: { description: "Sources." },
    ACTOR: { description: "Actors." },
    AFFILIATION: { description: "Affiliations." },
    TOPIC: { description: "Topics." },
    PROPOSAL: { description: "Proposals." },
    POLICY_ACTION: { description: "Policy actions." },
    MEETING: { description: "Meetings." },
    STATEMENT: { description: "Statements." },
    ROLL_CALL: { description: "Roll calls." },
    POSITION: { description: "Positions." },
  },
});

export { EntityKind };
