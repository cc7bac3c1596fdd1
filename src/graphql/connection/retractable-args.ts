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
    "Whether to list and count what was retracted as well (see `retractedAt`), and what is hidden with it: a roll call with its proposal, a position with its holder or subject. What a condition names is found only while it is not retracted. Null is the default.",
};

/** The arguments of a list of entities, from which retracted ones are left out unless they are asked for. */
@ArgsType()
export class RetractableArgs extends ConnectionArgs {
  @Field(() => Boolean, includeRetractedOptions)
  includeRetracted?: boolean | null;
}
