/** The orders of day, month and year in which a mapping file can say that a column has its dates. */
export const dateForms = [
  "YYYY-MM-DD",
  "YYYY-MM",
  "YYYY",
  "M/D/YYYY",
  "D/M/YYYY",
  "D.M.YYYY",
  "D-M-YYYY",
  "M-D-YYYY",
  "YYYYMMDD",
] as const;

export type DateForm = (typeof dateForms)[number];

/**
 * A date as EDTF writes it; undefined where the text is not a date of that form. Month and day may have a leading zero. A
 * year has four digits: which century two digits mean is not guessed.
 */
export function readDate(text: string, form: DateForm): string | undefined {
  const parts = patternOf(form).exec(text)?.groups;
  if (!parts) return undefined;
  const { year = "", month, day } = parts;
  if (month === undefined) return year;
  const date = [year, month.padStart(2, "0"), (day ?? "1").padStart(2, "0")].join("-");
  const moment = new Date(`${date}T00:00:00Z`);
  // JavaScript takes 31 April for 1 May.
  if (Number.isNaN(moment.valueOf()) || !moment.toISOString().startsWith(date)) return undefined;
  return day === undefined ? date.slice(0, 7) : date;
}

const patterns = new Map<DateForm, RegExp>();

function patternOf(form: DateForm): RegExp {
  let pattern = patterns.get(form);
  if (!pattern) {
    const source = form
      .replace(/[./]/g, "\\$&")
      .replace("YYYY", "(?<year>\\d{4})")
      .replace("MM", "(?<month>\\d{2})")
      .replace("DD", "(?<day>\\d{2})")
      .replace(/\bM(?!M)/, "(?<month>\\d{1,2})")
      .replace(/\bD(?!D)/, "(?<day>\\d{1,2})");
    pattern = new RegExp(`^${source}$`);
    patterns.set(form, pattern);
  }
  return pattern;
}
