import { z } from "zod";
import { parseDate, parseSpan } from "../../edtf/edtf-date.js";
import { EdtfError } from "../../edtf/edtf-error.js";

/** A custom issue: what is wrong, and what the author of the file can do about it. */
export function refuse(context: z.RefinementCtx, message: string, hint?: string, path: PropertyKey[] = []): void {
  context.addIssue({ code: "custom", message, path, params: { hint } });
}

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const slugLength = 120;

/** Why a text is not a slug, as the end of a sentence that begins with the path of the text. */
export const slugReason = `must be a slug: lower-case letters a to z and digits in words joined by single hyphens, at most ${slugLength} characters, such as two-state-solution`;

/** Whether a text can be a slug: kebab-case, at most 120 characters. */
export const isSlug = (text: string): boolean => slugPattern.test(text) && text.length <= slugLength;

/** The slug of the entity itself, kebab-case. */
export const slug = (description: string) =>
  z
    .string()
    .superRefine((value, context) => {
      if (isSlug(value)) return;
      const suggestion = slugOf(value);
      refuse(
        context,
        `${JSON.stringify(value)} is not a slug`,
        `A slug is lower-case letters, digits and single hyphens, at most ${slugLength} characters${suggestion ? `: \`${suggestion}\`` : ""}`,
      );
    })
    .meta({ description, pattern: slugPattern.source, maxLength: slugLength });

/** What a text would look like as a slug: "Côte d'Ivoire" becomes `cote-d-ivoire`. */
function slugOf(value: string): string {
  const plain = value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, slugLength)
    .replace(/^-+|-+$/g, "");
}

/** Text of one line, trimmed. */
export const line = (description: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(500)
    .superRefine((value, context) => {
      refuseControlCharacters(value, context);
      if (value.includes("\n")) refuse(context, "has more than one line", "Write it on one line, or fold it with `>-`");
    })
    .describe(description);

/** Text of any number of lines, trimmed. */
export const text = (description: string, maximum = 20_000) =>
  z.string().trim().min(1).max(maximum).superRefine(refuseControlCharacters).describe(description);

/** Postgres stores no NUL and no half of a surrogate pair; the others are never meant. */
function refuseControlCharacters(value: string, context: z.RefinementCtx): void {
  const found = /[^\P{Cc}\n\t]|\p{Cs}/u.exec(value)?.[0];
  if (found === undefined) return;
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  refuse(
    context,
    `contains the character U+${code}`,
    "Remove it: only printable text, tabs and line breaks are stored",
  );
}

const year = { type: ["string", "integer"] as unknown as "string" };

/** An imprecise date (EDTF): a day, month, year, season, set, approximate … but no interval. */
export const date = (description: string) =>
  z
    .string()
    .trim()
    .superRefine((value, context) => void refuseUnparsed(parseDate, value, context))
    .meta({ description: `${description} EDTF: 2021-01-26, 2021-01, 2021-21 (spring), 2021~.`, ...year });

/** An imprecise span of time (EDTF): a date or an interval, `..` for an open end, nothing for an unknown one. */
export const span = (description: string) =>
  z
    .string()
    .trim()
    .superRefine((value, context) => void refuseUnparsed(parseSpan, value, context))
    .meta({
      description: `${description} EDTF: 2017-01-20/2021-01-20, 2004-03-09/.. (goes on), 2009/ (end unknown), 2021-21.`,
      ...year,
    });

/** One exact day. */
export const day = (description: string) =>
  z
    .string()
    .trim()
    .superRefine((value, context) => {
      const days = refuseUnparsed(parseDate, value, context);
      if (days && days.earliest !== value) refuse(context, `"${value}" is not one day`, "Write YYYY-MM-DD");
    })
    .meta({ description: `${description} YYYY-MM-DD.`, format: "date" });

function refuseUnparsed<T>(parse: (value: string) => T, value: string, context: z.RefinementCtx): T | undefined {
  try {
    return parse(value);
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    refuse(context, error.message);
    return undefined;
  }
}

const languagePattern = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const languageLength = 100;

/** A language tag. */
export const language = (description: string) =>
  z
    .string()
    .superRefine((value, context) => {
      if (value.length > languageLength || !languagePattern.test(value)) {
        const shown = JSON.stringify(value.slice(0, languageLength));
        refuse(context, `${shown} is not a language tag`, "Write a BCP 47 tag: en, ar, fr-CA");
      }
    })
    .meta({ description: `${description} A BCP 47 tag: en, ar, fr-CA.`, pattern: languagePattern.source });

/** A check of a list: no two of its items have the same key. */
export const eachOnce =
  <T>(key: (item: T) => string) =>
  (items: T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      if (seen.has(key(item))) refuse(context, "is listed twice", "Remove one of the two", [index]);
      seen.add(key(item));
    }
  };

/** How much a relation counts in leanings, and why: fields of an object that is checked by `weighedWithReason`. */
export const weighing = {
  weight: z
    .number()
    .min(0.1)
    .max(10)
    .describe(
      "The weight in leanings, from 0.1 to 10. A weight of 2 counts as much as two subjects with a weight of 1. Default: 1.",
    )
    .optional(),
  weightReason: text("The reason for a weight other than 1. Required with `weight`.").optional(),
};

/** A check of an object with `weighing`: a weight has a reason, and a reason a weight. */
export function weighedWithReason(
  { weight, weightReason }: { weight?: number; weightReason?: string },
  context: z.RefinementCtx,
): void {
  if (weight !== undefined && weightReason === undefined) {
    refuse(context, "has no reason", "Add `weightReason`, the reason for a weight other than 1", ["weight"]);
  }
  if (weight === undefined && weightReason !== undefined) {
    refuse(context, "is the reason for a weight, but there is no weight", "Add `weight`, or remove this", [
      "weightReason",
    ]);
  }
}
