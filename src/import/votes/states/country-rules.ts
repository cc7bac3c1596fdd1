import { type State, states } from "./states.js";

/** Whose votes those of one of the data's countries are during a time. */
export interface Tenure {
  /** The first day; without it from the beginning. */
  readonly from?: string;
  /** The first day that is not in it; without it for good. */
  readonly until?: string;
  /** Undefined where it is doubtful: such votes are reported and not recorded. */
  readonly holder?: State;
  readonly because: string;
}

export interface CountryRule {
  /** One of the names and codes by which the data calls it. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly tenures: readonly Tenure[];
}

const {
  sovietUnion,
  russia,
  yugoslavia,
  serbiaAndMontenegro,
  serbia,
  czechoslovakia,
  germany,
  eastGermany,
  northYemen,
  southYemen,
  yemen,
  zanzibar,
  taiwan,
  china,
} = states;

/**
 * The countries of the data that were more than one state, or that changed while they voted. A vote is the state's that
 * cast it: positions do not pass to a successor. All others are one actor each, identified by code and name.
 */
export const countryRules: readonly CountryRule[] = [
  {
    names: ["Russia", "Soviet Union", "USSR", "Russian Federation"],
    codes: ["RU", "SU"],
    tenures: [
      {
        until: "1992-01-01",
        holder: sovietUnion,
        because:
          "Russia took on the Union's seat on 24 December 1991; the Assembly's last vote of that year was before",
      },
      { from: "1992-01-01", holder: russia, because: "the Russian Federation holds the seat" },
    ],
  },
  {
    names: ["Yugoslavia", "Serbia", "Serbia and Montenegro"],
    codes: ["YU", "RS"],
    tenures: [
      { until: "1992-04-27", holder: yugoslavia, because: "the Socialist Federal Republic, a founding member" },
      {
        from: "1992-04-27",
        until: "2000-11-01",
        because:
          "the Federal Republic of Yugoslavia was not a member before 1 November 2000, and whose seat it was is disputed",
      },
      {
        from: "2000-11-01",
        until: "2006-06-03",
        holder: serbiaAndMontenegro,
        because: "the Federal Republic of Yugoslavia, from 2003 named Serbia and Montenegro",
      },
      { from: "2006-06-03", holder: serbia, because: "Serbia continues the membership since Montenegro left" },
    ],
  },
  {
    names: ["Czechoslovakia"],
    codes: ["CS"],
    tenures: [
      { until: "1993-01-01", holder: czechoslovakia, because: "it dissolved with the year 1992" },
      { from: "1993-01-01", because: "Czechoslovakia had dissolved" },
    ],
  },
  {
    names: ["Federal Republic of Germany", "German Federal Republic", "West Germany"],
    codes: ["GFR"],
    tenures: [
      {
        holder: germany,
        because: "the same state before and after 3 October 1990, when the Democratic Republic joined it",
      },
    ],
  },
  {
    names: ["German Democratic Republic", "East Germany"],
    codes: ["DD"],
    tenures: [
      { until: "1990-10-03", holder: eastGermany, because: "a member from 1973 until it joined the Federal Republic" },
      { from: "1990-10-03", because: "the Democratic Republic had joined the Federal Republic" },
    ],
  },
  {
    names: ["Yemen Arab Republic", "North Yemen"],
    codes: ["YAR"],
    tenures: [
      { until: "1990-05-22", holder: northYemen, because: "the state in the north" },
      { from: "1990-05-22", holder: yemen, because: "the data goes on with the old name after the unification" },
    ],
  },
  {
    names: ["Yemen People's Republic", "South Yemen", "Democratic Yemen"],
    codes: ["YD"],
    tenures: [
      { until: "1990-05-22", holder: southYemen, because: "the state in the south" },
      { from: "1990-05-22", because: "the two Yemens had united" },
    ],
  },
  {
    names: ["Yemen"],
    codes: ["YE"],
    tenures: [
      { until: "1990-05-22", because: "there were two Yemens, and the data has names of their own for them" },
      { from: "1990-05-22", holder: yemen, because: "the united state" },
    ],
  },
  {
    names: ["Zanzibar"],
    codes: ["EAZ"],
    tenures: [
      { until: "1964-04-26", holder: zanzibar, because: "a member until its union with Tanganyika" },
      { from: "1964-04-26", because: "Zanzibar was part of Tanzania" },
    ],
  },
  {
    names: ["Taiwan"],
    codes: ["TW"],
    tenures: [
      // The data has China's votes of either government under its own name, so October 1971 leaves no doubt.
      { until: "1971-11-01", holder: taiwan, because: "the Republic of China held China's seat until 25 October 1971" },
      { from: "1971-11-01", because: "the Republic of China had left the United Nations" },
    ],
  },
  {
    names: ["China"],
    codes: ["CN"],
    tenures: [
      { until: "1971-10-01", because: "the Republic of China held the seat; the data calls it Taiwan" },
      { from: "1971-10-01", holder: china, because: "the People's Republic holds the seat since 25 October 1971" },
    ],
  },
];
