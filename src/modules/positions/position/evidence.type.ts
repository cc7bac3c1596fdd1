import { createUnionType } from "type-graphql";
import { PolicyAction } from "../../policy-actions/index.js";
import { Statement } from "../../statements/index.js";
import { RollCall } from "../roll-call/roll-call.type.js";

export const Evidence = createUnionType({
  name: "Evidence",
  description: "What shows that an actor holds a position.",
  types: () => [Statement, RollCall, PolicyAction] as const,
});
