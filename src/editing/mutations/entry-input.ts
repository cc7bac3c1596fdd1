import { type ClassType, Field, Float, InputType, Int } from "type-graphql";
import { z } from "zod";
import { entities, type ListName } from "../../record/entities/index.js";
import { referredBy } from "../../record/format/reference.js";
import { MeetsRule } from "./meets-rule.js";
import { TargetInput, WriteInput } from "./write-inputs.js";
import { mostEntries } from "./writing.js";

/** The names of the inputs inside an entry, by the field that holds them: `{ codes: "ExternalCode" }`. */
export type InsideNames = Readonly<Record<string, string>>;

const listLimit = `Each list can have at most ${mostEntries.toLocaleString("en")} entries.`;

type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * The input that records a new entity: the fields of its entry in the dossier format, one definition for both, each with
 * its rule as a decorator of class-validator.
 */
export function recordInput(name: string, list: ListName, inside: InsideNames): ClassType<WriteInput> {
  @InputType(`Record${name}Input`, { description: `The fields of ${entities[list].noun} to record. ${listLimit}` })
  class RecordInput extends WriteInput {}
  addFields(RecordInput, shapeOf(list), insideTypes(shapeOf(list), inside), { optional: false });
  return RecordInput;
}

/** The input that revises an entity: the same fields, of which those that are left out stay as they are. */
export function reviseInput(name: string, list: ListName, inside: InsideNames): ClassType<TargetInput> {
  @InputType(`Revise${name}Input`, {
    description: `The fields of ${entities[list].noun} to change. Fields that are omitted stay unchanged. Null or an empty list clears a field. A list replaces the entire previous list. ${listLimit}`,
  })
  class ReviseInput extends TargetInput {}
  addFields(ReviseInput, shapeOf(list), insideTypes(shapeOf(list), inside), { optional: true });
  return ReviseInput;
}

const shapeOf = (list: ListName): Shape => entities[list].format.shape;

/** Made once for a name: recording and revising share them. */
const made = new Map<string, ClassType>();

function insideTypes(shape: Shape, names: InsideNames): Readonly<Record<string, ClassType>> {
  return Object.fromEntries(
    Object.entries(names).map(([field, name]) => {
      const type = element(shape[field]);
      if (!(type instanceof z.ZodObject))
        throw new Error(`${field} holds no input of its own, so it has no ${name}Input`);
      const known = made.get(name) ?? insideType(name, type);
      made.set(name, known);
      return [field, known];
    }),
  );
}

function insideType(name: string, type: z.ZodObject): ClassType {
  @InputType(`${name}Input`, { description: type.description })
  class InsideInput {}
  addFields(InsideInput, type.shape as Shape, {}, { optional: false }); // an entry's shapes are all of zod's classic types
  return InsideInput;
}

function addFields(
  target: ClassType,
  shape: Shape,
  inside: Readonly<Record<string, ClassType>>,
  { optional }: { optional: boolean },
): void {
  for (const [field, type] of Object.entries(shape)) {
    const graphqlType = inside[field] ?? graphqlTypeOf(type, field);
    const nullable = optional || type instanceof z.ZodOptional;
    const isList = bare(type) instanceof z.ZodArray;
    Field(() => (isList ? [graphqlType] : graphqlType), { nullable, description: descriptionOf(type) })(
      target.prototype,
      field,
    );
    if (!inside[field]) MeetsRule(type, { reference: isReference(type) })(target.prototype, field);
  }
}

const bare = (type: z.ZodType | undefined): unknown => (type instanceof z.ZodOptional ? type.unwrap() : type);

function element(type: z.ZodType | undefined): unknown {
  const inner = bare(type);
  return inner instanceof z.ZodArray ? inner.element : inner;
}

/** Dates are texts here, not the scalar: so a problem with a date is reported with all others, in the payload. */
function graphqlTypeOf(
  type: z.ZodType,
  field: string,
): typeof String | typeof Boolean | typeof Int | typeof Float | object {
  const inner = element(type);
  if (inner instanceof z.ZodString) return String;
  if (inner instanceof z.ZodNumber) return inner.isInt ? Int : Float;
  if (inner instanceof z.ZodBoolean) return Boolean;
  if (inner instanceof z.ZodEnum) return inner.def.entries; // the enum itself, as it is registered
  throw new Error(`No type of GraphQL stands for the field ${field}`);
}

function descriptionOf(type: z.ZodType): string {
  const inner = element(type);
  const text = type.description ?? (inner instanceof z.ZodType ? inner.description : undefined) ?? "";
  return isReference(type) ? `${text} A global id is also accepted.` : text;
}

const isReference = (type: z.ZodType): boolean => {
  const inner = element(type);
  return inner instanceof z.ZodType && referredBy(inner) !== undefined;
};
