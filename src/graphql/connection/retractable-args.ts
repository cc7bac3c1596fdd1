import { ArgsType, Field } from "type-graphql";
import { ConnectionArgs } from "./connection-args.js";

/** What every `includeRetracted` means. */
export const includeRetractedDescription =
  "Whether to list and count what was retracted as well (see `retractedAt`), and what is hidden with it: a roll call with its proposal, a position with its holder or subject. What a condition names is found only while it is not retracted.";

/** The arguments of a list of entities, from which retracted ones are left out unless they are asked for. */
@ArgsType()
export class RetractableArgs extends ConnectionArgs {
  @Field(() => Boolean, { defaultValue: false, description: includeRetractedDescription })
  includeRetracted?: boolean;
}
