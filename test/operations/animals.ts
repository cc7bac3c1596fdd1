import "reflect-metadata";
import { expect } from "@jest/globals";
import { Max } from "class-validator";
import { type GraphQLError, parse, validate } from "graphql";
import {
  Arg,
  Args,
  ArgsType,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { RequiresRole } from "../../src/auth/requires-role.js";
import type { Role } from "../../src/auth/role.js";
import { DateTime } from "../../src/graphql/scalars/date-time.js";
import { MayBeEmpty, Names } from "../../src/graphql/validation/value-rules.js";
import { buildApiSchema } from "../../src/modules/schema.js";
import { operationCheck } from "../../src/operations/check/check-operation.js";
import type { Wanted } from "../../src/operations/check/look-up.js";

@InputType()
class NameFilter {
  @Field(() => String, { nullable: true })
  contains?: string | null;
}

@InputType()
class Range {
  @Field(() => DateTime, { nullable: true })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true })
  to?: Date | null;

  @Field(() => String, { defaultValue: "POSSIBLE" })
  match: string;
}

@InputType()
class AnimalFilter {
  @Field(() => [String], { nullable: true })
  slugs?: string[] | null;

  @Field(() => String, { nullable: true })
  @Names("Actor")
  memberOf?: string | null;

  @Field(() => [String], { nullable: true })
  @Names("Topic")
  topics?: string[] | null;

  @Field(() => Int, { nullable: true })
  @Max(4)
  legs?: number | null;

  @Field(() => NameFilter, { nullable: true })
  name?: NameFilter | null;

  @Field(() => Range, { nullable: true })
  born?: Range | null;

  @Field(() => [AnimalFilter], { nullable: true })
  or?: AnimalFilter[] | null;

  @Field(() => AnimalFilter, { nullable: true })
  not?: AnimalFilter | null;
}

@ArgsType()
class PagingArgs {
  @Field(() => String, { nullable: true })
  after?: string | null;
}

@ArgsType()
class AnimalsArgs extends PagingArgs {
  @Field(() => AnimalFilter, { nullable: true })
  where?: AnimalFilter | null;

  @Field(() => [ID], { nullable: true })
  @MayBeEmpty()
  ids?: string[] | null;

  @Field(() => Int, { nullable: true })
  @Max(100)
  first?: number | null;
}

@ObjectType()
class Animal {
  @Field(() => String)
  name: string;
}

@Resolver(Animal)
class AnimalResolver {
  @Query(() => [Animal])
  animals(@Args(() => AnimalsArgs) _: AnimalsArgs): Animal[] {
    return [{ name: "Rex" }, { name: "Kim" }];
  }

  @Query(() => Boolean)
  compare(
    @Arg("left", () => AnimalFilter) _left: AnimalFilter,
    @Arg("right", () => [AnimalFilter], { nullable: true }) _right?: AnimalFilter[],
  ): boolean {
    return true;
  }

  @Query(() => Animal, { nullable: true })
  animal(
    @Arg("label", () => String, { nullable: true }) _label?: string,
    @Arg("slug", () => String, { nullable: true }) _slug?: string,
  ): Animal | null {
    return null;
  }

  @Query(() => Boolean, { nullable: true })
  @RequiresRole("EDITOR")
  cages(@Args(() => AnimalsArgs) _: AnimalsArgs): boolean {
    return true;
  }

  @Query(() => Animal, { nullable: true })
  found(
    @Arg("at", () => DateTime, { nullable: true }) _at?: Date,
    @Arg("wild", () => Boolean, { defaultValue: true }) _wild?: boolean,
  ): Animal | null {
    return null;
  }

  @Query(() => Animal, { nullable: true })
  known(@Arg("knownAt", () => DateTime, { nullable: true }) _knownAt?: Date): Animal | null {
    return null;
  }

  @FieldResolver(() => [Animal])
  young(): Animal[] {
    return [];
  }

  @FieldResolver(() => Int)
  children(@Args(() => AnimalsArgs) args: AnimalsArgs): number {
    return args.where?.slugs?.length ?? 0;
  }
}

const schema = buildApiSchema([{ name: "animals", resolvers: [AnimalResolver], types: [], entities: [] }]);
const check = operationCheck(schema);

/** Slugs that the record of these tests has never had. */
const unknown = ["unicorn", "yeti"];
/** What the last operation had looked up. */
export const lookedUp: Wanted[] = [];

interface Caller {
  readonly role?: Role | null;
  readonly knownAt?: string;
  readonly historyBegins?: string;
}

const documents = new Map<string, ReturnType<typeof parse>>();

/** The errors for which an operation on animals is refused. Parses each document once, as a server keeps the documents that it has seen. */
export async function refusals(source: string, variables: Record<string, unknown> = {}, caller: Caller = {}) {
  const document = documents.get(source) ?? parse(source);
  documents.set(source, document);
  expect(validate(schema, document)).toEqual([]);
  lookedUp.length = 0;
  const { role = null, historyBegins = null, knownAt } = caller;
  const lookUp = async (wanted: Wanted) => {
    lookedUp.push(wanted);
    return { unknown: wanted.slugs.map(({ slug }) => unknown.includes(slug)), role, historyBegins };
  };
  const errors = await check({ document, variables }, { lookUp, knownAt });
  return errors.map(({ message, path, extensions }: GraphQLError) => ({ message, path, ...extensions }));
}
