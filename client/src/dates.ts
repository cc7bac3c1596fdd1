/** The first and the last day that an imprecise date may mean; undefined where the date leaves it open. */
export interface Bounds {
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
}

/** Months of the seasons 21 to 24 (spring to winter of the northern hemisphere), as the server reads them. */
const seasons: Readonly<Record<string, readonly [first: number, last: number, lastYear: number]>> = {
  "21": [3, 5, 0],
  "22": [6, 8, 0],
  "23": [9, 11, 0],
  "24": [12, 2, 1],
};

/**
 * The bounds of an EDTF date: `2021-01` is from 2021-01-01 to 2021-01-31; `2017/2021`, the time from the one to the other;
 * `[2021-21, 2021-22]`, a set; `~` and `?` change nothing. Undefined bounds for what this cannot read.
 */
export function boundsOf(date: string): Bounds {
  const text = date.trim();
  const set = /^[[{](.*)[\]}]$/.exec(text)?.[1];
  if (set !== undefined) return joined(set.split(/\s*,\s*/).flatMap((one) => one.split("..")));
  const [start = "", end] = text.split("/");
  if (end === undefined) return boundsOfOne(start);
  return { earliest: boundsOfOne(start).earliest, latest: boundsOfOne(end).latest };
}

function joined(dates: readonly string[]): Bounds {
  const all = dates.map(boundsOfOne);
  const earliest = all.map((bounds) => bounds.earliest);
  const latest = all.map((bounds) => bounds.latest);
  return {
    earliest: earliest.includes(undefined) ? undefined : earliest.sort()[0],
    latest: latest.includes(undefined) ? undefined : latest.sort().at(-1),
  };
}

function boundsOfOne(date: string): Bounds {
  const [, year, month, day] = /^(\d{3}[\dX])(?:-(\d\d))?(?:-(\d\d))?[?~%]?$/.exec(date) ?? [];
  if (year === undefined) return { earliest: undefined, latest: undefined };
  const first = Number(year.replace("X", "0"));
  const last = Number(year.replace("X", "9"));
  const season = seasons[month ?? ""];
  if (season) {
    const [from, to, later] = season;
    return { earliest: dayOf(first, from, 1), latest: lastOf(last + later, to) };
  }
  if (month === undefined) return { earliest: dayOf(first, 1, 1), latest: dayOf(last, 12, 31) };
  if (day === undefined) return { earliest: dayOf(first, Number(month), 1), latest: lastOf(last, Number(month)) };
  return { earliest: dayOf(first, Number(month), Number(day)), latest: dayOf(last, Number(month), Number(day)) };
}

const dayOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const lastOf = (year: number, month: number): string =>
  dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
