import { z } from "zod";
import { ActorKind } from "../../../db/generated/enums.js";
import { entities, type ListName, listNames } from "../../../record/entities/index.js";
import { keyPath, type MapFile, MapProblems, notAmong } from "../map-file.js";
import { columnsOf, type ValueForm, valueForm } from "../value.js";

const by = z.enum(["NAME", "ISO_3166_1_ALPHA_2", "ISO_3166_1_ALPHA_3", "M49", "COW", "WIKIDATA"]);

/** An actor that a row names by a code or a name, in the place of its slug. */
const actorForm = z.strictObject({
  actor: z.string(),
  by,
  /** `slug`, or `name` where the entry is about the actor itself. */
  give: z.enum(["slug", "name"]).optional(),
  /** What some texts of the table stand for; others are looked up as they are. */
  values: z.record(z.string(), z.string()).optional(),
  /** The kind of actor that is recorded where none on record has the name. */
  add: z.enum(ActorKind).optional(),
});

export type ActorForm = z.output<typeof actorForm>;
export type CodeOrName = z.output<typeof by>;

/** The source of a field of an entry: a value, an actor, a list or a mapping of these. */
export type FieldForm = ValueForm | ActorForm | readonly FieldForm[] | { readonly [field: string]: FieldForm };

const fieldForm: z.ZodType<FieldForm> = z.lazy(() =>
  z.union([valueForm, actorForm, z.array(fieldForm), z.record(z.string(), fieldForm)]),
);

const cellsForm = z.union([z.string(), z.array(z.string()), z.boolean(), z.strictObject({ matching: z.string() })]);
const conditionForm = z.record(z.string(), cellsForm);

/** Which rows: by column the text that its cell has, one of several, whether it has any, or a pattern. */
export type Condition = z.output<typeof conditionForm>;

const entryForm = z.record(z.string(), fieldForm);

const entriesForm = z.strictObject(
  Object.fromEntries(listNames.map((list) => [list, z.array(entryForm).optional()])) as Record<
    ListName,
    z.ZodOptional<z.ZodArray<typeof entryForm>>
  >, // of these names
);

/** A mapping file for a table of anything but votes. */
export const entryMapForm = z.strictObject({
  map: z.literal(1),
  title: z.string().min(1),
  rows: conditionForm.optional(),
  entries: entriesForm,
});

export type EntryMap = MapFile<z.output<typeof entryMapForm>>;

/** What one entry of a mapping file makes of each row. */
export interface EntryForm {
  readonly list: ListName;
  /** The rows of which it makes an entry; all where it is left out. */
  readonly when: Condition | undefined;
  readonly fields: Readonly<Record<string, FieldForm>>;
}

export const isActor = (form: FieldForm): form is ActorForm =>
  typeof form === "object" && !Array.isArray(form) && "actor" in form && "by" in form;

export const isValue = (form: FieldForm): form is ValueForm => valueForm.safeParse(form).success;

/**
 * The entries that a mapping file makes of each row of a table.
 *
 * @throws MapProblems naming each key with a column that the table lacks or a field that entries do not have
 */
export function entryForms({ file, content }: EntryMap, header: readonly string[]): EntryForm[] {
  const problems: string[] = [];
  const checkColumns = (keys: readonly (string | number)[], columns: readonly string[]) => {
    for (const column of columns) {
      if (!header.includes(column)) problems.push(`${keyPath(keys)}: ${notAmong("column", column, header)}`);
    }
  };
  checkColumns(["rows"], Object.keys(content.rows ?? {}).map(inLowerCase));
  const forms = listNames.flatMap((list) =>
    (content.entries[list] ?? []).map((entry, index): EntryForm => {
      const at = ["entries", list, index];
      const { when, ...fields } = entry;
      const condition = conditionForm.optional().safeParse(when);
      if (!condition.success) problems.push(`${keyPath([...at, "when"])}: is not a mapping of columns to texts`);
      checkColumns([...at, "when"], Object.keys(condition.data ?? {}).map(inLowerCase));
      const known = Object.keys(entities[list].format.shape);
      for (const [field, form] of Object.entries(fields)) {
        if (known.includes(field)) checkColumns([...at, field], columnsIn(form));
        else problems.push(`${keyPath(at)}: ${notAmong("field", field, known)}`);
      }
      return { list, when: condition.data, fields };
    }),
  );
  if (forms.length === 0) problems.push("entries: maps rows to no entry");
  if (problems.length > 0) throw new MapProblems(file, problems);
  return forms;
}

const inLowerCase = (name: string): string => name.trim().toLowerCase();

function columnsIn(form: FieldForm): string[] {
  if (isActor(form)) return columnsOf(form.actor);
  if (isValue(form)) return columnsOf(form);
  return Object.values(form).flatMap((inside: FieldForm) => columnsIn(inside));
}
