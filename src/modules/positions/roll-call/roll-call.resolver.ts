import { Args, Ctx, FieldResolver, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { RollCallOutcome } from "../../../db/generated/enums.js";
