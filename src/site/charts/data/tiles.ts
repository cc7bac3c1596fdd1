/**
 * The equal tile map: one tile for each member of the United Nations and for its two observer States, Palestine and the
 * Holy See. Every state has the same area, since every state has one vote. The layout is ours: ready-made ones lack the
 * observers. It keeps neighbours beside each other where a grid can, and seas where they part continents.
 *
 * Each part is a picture of its own, so that a narrow screen can show one below the other.
 */
export interface TilePart {
  readonly name: string;
  /** The class that places the part in the world (charts.css). */
  readonly className: string;
  /** Where its first column and row lie in the world of 30 by 19 tiles; charts.css has the same numbers. */
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly Tile[];
}

export interface Tile {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

const americas = `
  .   CAN .   .   .   .   .   .
  .   USA .   .   .   .   .   .
  .   MEX .   .   BHS .   .   .
  GTM BLZ .   CUB .   .   KNA ATG
  SLV HND .   JAM HTI DOM DMA .
  .   NIC .   .   .   .   LCA BRB
  .   CRI .   .   .   .   VCT .
  .   PAN .   .   .   TTO GRD .
  .   .   COL VEN GUY SUR .   .
  .   ECU PER BRA .   .   .   .
  .   CHL BOL PRY .   .   .   .
  .   .   ARG URY .   .   .   .`;

const europe = `
  .   .   ISL .   .   NOR SWE FIN .
  .   .   .   .   .   DNK .   EST .
  .   .   IRL GBR .   .   .   LVA .
  .   .   .   BEL NLD DEU POL LTU BLR
  .   .   .   FRA LUX CZE SVK HUN UKR
  .   .   .   CHE LIE AUT SVN ROU MDA
  PRT ESP AND MCO ITA SMR HRV SRB BGR
  .   .   .   .   VAT .   BIH MNE MKD
  .   .   .   .   .   MLT .   ALB GRC
  .   .   .   .   .   .   .   .   CYP`;

const africa = `
  .   .   .   .   .   TUN .   .   .   .   .   .
  .   .   .   .   MAR DZA LBY EGY .   .   .   .
  .   .   .   MRT MLI NER TCD SDN ERI DJI .   .
  CPV GMB SEN GIN BFA BEN NGA CAF SSD ETH SOM .
  .   .   GNB SLE CIV GHA TGO CMR COD UGA KEN .
  .   .   .   LBR .   STP GNQ COG BDI RWA TZA COM
  .   .   .   .   .   .   GAB AGO ZMB MWI MOZ SYC
  .   .   .   .   .   .   .   NAM BWA ZWE .   MDG
  .   .   .   .   .   .   .   .   ZAF SWZ .   MUS
  .   .   .   .   .   .   .   .   LSO .   .   .`;

const asia = `
  .   .   KGZ .   MNG PRK .   .   .   .   .   .
  RUS KAZ UZB TJK CHN .   KOR JPN .   .   .   .
  GEO AZE TKM AFG NPL BTN .   .   .   .   .   .
  TUR ARM IRN PAK IND BGD MMR LAO VNM .   .   .
  LBN SYR IRQ .   LKA .   .   THA KHM PHL .   .
  ISR JOR KWT BHR MDV .   .   MYS BRN PLW FSM MHL
  PSE .   SAU QAT .   .   .   SGP IDN .   NRU KIR
  .   .   YEM OMN ARE .   .   .   TLS PNG SLB TUV
  .   .   .   .   .   .   .   .   .   .   VUT WSM
  .   .   .   .   .   .   .   .   .   AUS FJI TON
  .   .   .   .   .   .   .   .   .   .   NZL .`;

function part(name: string, className: string, [left, top]: readonly [number, number], layout: string): TilePart {
  const rows = layout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const tiles = rows.flatMap((codes, row) =>
    codes.flatMap((code, column) => (code === "." ? [] : [{ code, column, row }])),
  );
  const columns = Math.max(...rows.map((row) => row.length));
  return { name, className, left, top, columns, rows: rows.length, tiles };
}

/** In reading order. Together they have 195 tiles. */
export const tileParts: readonly TilePart[] = [
  part("Americas", "tiles-americas", [0, 2], americas),
  part("Europe", "tiles-europe", [9, 0], europe),
  part("Africa", "tiles-africa", [10, 9], africa),
  part("Asia and the Pacific", "tiles-asia", [18, 3], asia),
];

/** The codes of all states that have a tile: today's members of the United Nations, and both observers. */
export const memberTiles: readonly string[] = tileParts.flatMap(({ tiles }) => tiles.map(({ code }) => code));
