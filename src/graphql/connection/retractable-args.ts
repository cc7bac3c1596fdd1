import { ArgsType, Field } from "type-graphql";
import { ConnectionArgs } from "./connection-args.js";

/**
 * What every `includeRetracted` is. Nullable, as all arguments with a default are: query builders such as GraphiQL's explorer
 * take a non-null argument for one that they must write out.
 */
export const includeRetractedOptions = {
  nullable: true,
  defaultValue: false,
  description:
    "Whether to include retracted entities (see `retractedAt`) and entities that are hidden with them: a roll call with its proposal, a position with its holder or subject. Nested filters still match only entities that are not retracted. Null means the default.",
};

/** The arguments of a list of entities, which leaves out retracted ones unless they are requested. */
@ArgsType()
export class RetractableArgs extends ConnectionArgs {
  @Field(() => Boolean, includeRetractedOptions)
  includeRetracted?: boolean | null;
}
