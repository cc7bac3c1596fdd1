const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date as people write it: "26 Jan 2021", "Jan 2021", "2021". "since 1993", "2010 to 2014". What is less simple stays as it is on record. */
export function dateText(date: string | null | undefined): string {
  if (!date) return "";
  const [start = "", end] = date.split("/");
  if (end === "..") return `since ${dateText(start)}`;
  if (end !== undefined) return start === ".." ? `until ${dateText(end)}` : `${dateText(start)} to ${dateText(end)}`;
  const [, year = "", month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === "") return date;
  if (month === undefined) return year;
  const name = months[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The moment of a change, to the minute, in UTC. */
export const momentText = (moment: string): string => `${dateText(moment.slice(0, 10))}, ${moment.slice(11, 16)} UTC`;

export const today = (): string => new Date().toISOString().slice(0, 10);

/** A count with its noun: "1 state", "1,204 states". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
