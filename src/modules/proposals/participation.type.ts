import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ParticipationRole } from "../../db/generated/enums.js";
import { Actor } from "../actors/index.js";

registerEnumType(ParticipationRole, {
  name: "ParticipationRole",
  description: "By which right an actor is to take part.",
  valuesConfig: {
    PARTY: { description: "A side of what is to be settled or agreed." },
    MEDIATOR: { description: "One who is to bring the parties together." },
    HOST: { description: "One at whose place it is to happen." },
    INVITED: { description: "One who is asked to attend, without being a party or a mediator." },
  },
});

@ObjectType({ simpleResolvers: true, description: "An actor that is to take part in what is proposed." })
export class Participation {
  actor: Actor;

  @Field(() => ParticipationRole, { description: "By which right." })
  role: ParticipationRole;
}
