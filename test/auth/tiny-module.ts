import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../src/auth/requires-role.js";
import type { Context } from "../../src/context.js";
import type { Module } from "../../src/modules/module.js";

/** What was written, and by whom. */
export const written: string[] = [];

@Resolver()
class NoteResolver {
  @Query(() => String, { nullable: true })
  whoAsks(@Ctx() { viewer }: Context): string | null {
    return viewer ? `${viewer.author} ${viewer.role}` : null;
  }

  @Mutation(() => String, { nullable: true })
  @RequiresRole("EDITOR")
  write(@Arg("text", () => String) text: string, @Ctx() { viewer }: Context): string {
    written.push(`${viewer?.author}: ${text}`);
    return text;
  }
}

/** A module that tells who asks, and whose one mutation needs the role EDITOR. */
export const tinyModule: Module = { name: "notes", resolvers: [NoteResolver], types: [], entities: [] };
