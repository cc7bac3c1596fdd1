/** A state that is recorded where it is not on record yet. */
export interface State {
  readonly slug: string;
  readonly name: string;
  readonly official?: string;
  readonly aliases?: readonly string[];
  readonly description?: string;
  readonly existedDuring?: string;
  readonly codes: readonly StateCode[];
}

export interface StateCode {
  readonly scheme: "ISO_3166_1_ALPHA_2" | "ISO_3166_1_ALPHA_3" | "ISO_3166_3" | "M49" | "COW";
  readonly value: string;
  readonly during?: string;
}

const withdrawn = (alpha2: string, alpha3: string, iso3166part3: string, m49: string, cow: string, during: string) =>
  [
    { scheme: "ISO_3166_1_ALPHA_2", value: alpha2, during },
    { scheme: "ISO_3166_1_ALPHA_3", value: alpha3, during },
    { scheme: "ISO_3166_3", value: iso3166part3 },
    { scheme: "M49", value: m49 },
    { scheme: "COW", value: cow },
  ] as const;

const present = (alpha2: string, alpha3: string, m49: string, cow: string) =>
  [
    { scheme: "ISO_3166_1_ALPHA_2", value: alpha2 },
    { scheme: "ISO_3166_1_ALPHA_3", value: alpha3 },
    { scheme: "M49", value: m49 },
    { scheme: "COW", value: cow },
  ] as const;

/** The states that the data mixes with others or does not code: they are identified by slug, ISO 3166-3 code or name. */
export const states = {
  sovietUnion: {
    slug: "soviet-union",
    name: "Soviet Union",
    official: "Union of Soviet Socialist Republics",
    aliases: ["USSR"],
    existedDuring: "1922-12-30/1991-12-26",
    codes: withdrawn("SU", "SUN", "SUHH", "810", "365", "1974/1992"),
  },
  russia: { slug: "russia", name: "Russia", official: "Russian Federation", codes: present("RU", "RUS", "643", "365") },
  yugoslavia: {
    slug: "yugoslavia",
    name: "Yugoslavia",
    official: "Socialist Federal Republic of Yugoslavia",
    existedDuring: "1945-11-29/1992-04-27",
    codes: withdrawn("YU", "YUG", "YUCS", "890", "345", "1974/1992"),
  },
  serbiaAndMontenegro: {
    slug: "serbia-and-montenegro",
    name: "Serbia and Montenegro",
    aliases: ["Federal Republic of Yugoslavia"],
    description: "Named Federal Republic of Yugoslavia until 4 February 2003.",
    existedDuring: "1992-04-27/2006-06-03",
    codes: withdrawn("CS", "SCG", "CSXX", "891", "345", "2003/2006"),
  },
  serbia: { slug: "serbia", name: "Serbia", official: "Republic of Serbia", codes: present("RS", "SRB", "688", "345") },
  czechoslovakia: {
    slug: "czechoslovakia",
    name: "Czechoslovakia",
    existedDuring: "1918-10-28/1992-12-31",
    codes: withdrawn("CS", "CSK", "CSHH", "200", "315", "1974/1993"),
  },
  germany: {
    slug: "germany",
    name: "Germany",
    official: "Federal Republic of Germany",
    codes: present("DE", "DEU", "276", "255"),
  },
  eastGermany: {
    slug: "german-democratic-republic",
    name: "German Democratic Republic",
    aliases: ["East Germany", "GDR"],
    existedDuring: "1949-10-07/1990-10-03",
    codes: withdrawn("DD", "DDR", "DDDE", "278", "265", "1974/1990"),
  },
  northYemen: {
    slug: "yemen-arab-republic",
    name: "Yemen Arab Republic",
    aliases: ["North Yemen"],
    description: "The Mutawakkilite Kingdom of Yemen until 1962. United with South Yemen on 22 May 1990.",
    existedDuring: "1918/1990-05-22",
    codes: [
      { scheme: "ISO_3166_1_ALPHA_2", value: "YE", during: "1974/1990-05-22" },
      { scheme: "M49", value: "886" },
      { scheme: "COW", value: "678" },
    ],
  },
  southYemen: {
    slug: "south-yemen",
    name: "South Yemen",
    official: "People's Democratic Republic of Yemen",
    aliases: ["Yemen People's Republic", "Democratic Yemen"],
    existedDuring: "1967-11-30/1990-05-22",
    codes: withdrawn("YD", "YMD", "YDYE", "720", "680", "1974/1990"),
  },
  yemen: { slug: "yemen", name: "Yemen", official: "Republic of Yemen", codes: present("YE", "YEM", "887", "679") },
  zanzibar: {
    slug: "zanzibar",
    name: "Zanzibar",
    description: "United with Tanganyika on 26 April 1964, as the United Republic of Tanzania.",
    existedDuring: "1963-12-10/1964-04-26",
    codes: [{ scheme: "COW", value: "511" }],
  },
  taiwan: {
    slug: "taiwan",
    name: "Taiwan",
    official: "Republic of China",
    description:
      "The Republic of China, whose representatives held China's seat in the United Nations until 25 October 1971.",
    codes: present("TW", "TWN", "158", "713"),
  },
  china: {
    slug: "china",
    name: "China",
    official: "People's Republic of China",
    codes: present("CN", "CHN", "156", "710"),
  },
} as const satisfies Record<string, State>;
