import { folded } from "../read/csv/folded.js";
import { type State, states } from "./states.js";

/**
 * The members that were one state throughout: ISO 3166-1 alpha-2 and alpha-3, M49, Correlates of War, name, other names.
 * They stand here and not in a release, so that a state has the same codes and names whatever release is imported first,
 * and so that a misspelt country is not taken for a new one.
 */
const table = `
AF AFG 004 700 Afghanistan
AL ALB 008 339 Albania
DZ DZA 012 615 Algeria
AD AND 020 232 Andorra
AO AGO 024 540 Angola
AG ATG 028 58 Antigua & Barbuda
AR ARG 032 160 Argentina
AM ARM 051 371 Armenia
AU AUS 036 900 Australia
AT AUT 040 305 Austria
AZ AZE 031 373 Azerbaijan
BS BHS 044 31 Bahamas
BH BHR 048 692 Bahrain
BD BGD 050 771 Bangladesh
BB BRB 052 53 Barbados
BY BLR 112 370 Belarus
BE BEL 056 211 Belgium
BZ BLZ 084 80 Belize
BJ BEN 204 434 Benin
BT BTN 064 760 Bhutan
BO BOL 068 145 Bolivia|Bolivia (Plurinational State of)
BA BIH 070 346 Bosnia & Herzegovina
BW BWA 072 571 Botswana
BR BRA 076 140 Brazil
BN BRN 096 835 Brunei|Brunei Darussalam
BG BGR 100 355 Bulgaria
BF BFA 854 439 Burkina Faso
BI BDI 108 516 Burundi
CV CPV 132 402 Cabo Verde|Cape Verde
KH KHM 116 811 Cambodia
CM CMR 120 471 Cameroon
CA CAN 124 20 Canada
CF CAF 140 482 Central African Republic
TD TCD 148 483 Chad
CL CHL 152 155 Chile
CO COL 170 100 Colombia
KM COM 174 581 Comoros
CG COG 178 484 Congo|Congo - Brazzaville
CR CRI 188 94 Costa Rica
CI CIV 384 437 Côte d’Ivoire|Ivory Coast
HR HRV 191 344 Croatia
CU CUB 192 40 Cuba
CY CYP 196 352 Cyprus
CZ CZE 203 316 Czechia|Czech Republic
CD COD 180 490 Democratic Republic of the Congo|Congo - Kinshasa|DRC|DR Congo
DK DNK 208 390 Denmark
DJ DJI 262 522 Djibouti
DM DMA 212 54 Dominica
DO DOM 214 42 Dominican Republic
EC ECU 218 130 Ecuador
EG EGY 818 651 Egypt
SV SLV 222 92 El Salvador
GQ GNQ 226 411 Equatorial Guinea
ER ERI 232 531 Eritrea
EE EST 233 366 Estonia
SZ SWZ 748 572 Eswatini|Swaziland
ET ETH 231 530 Ethiopia
FJ FJI 242 950 Fiji
FI FIN 246 375 Finland
FR FRA 250 220 France
GA GAB 266 481 Gabon
GM GMB 270 420 Gambia|Gambia (Islamic Republic of the)
GE GEO 268 372 Georgia
GH GHA 288 452 Ghana
GR GRC 300 350 Greece
GD GRD 308 55 Grenada
GT GTM 320 90 Guatemala
GN GIN 324 438 Guinea
GW GNB 624 404 Guinea-Bissau
GY GUY 328 110 Guyana
HT HTI 332 41 Haiti
HN HND 340 91 Honduras
HU HUN 348 310 Hungary
IS ISL 352 395 Iceland
IN IND 356 750 India
ID IDN 360 850 Indonesia
IR IRN 364 630 Iran|Iran (Islamic Republic of)
IQ IRQ 368 645 Iraq
IE IRL 372 205 Ireland
IL ISR 376 666 Israel
IT ITA 380 325 Italy
JM JAM 388 51 Jamaica
JP JPN 392 740 Japan
JO JOR 400 663 Jordan
KZ KAZ 398 705 Kazakhstan
KE KEN 404 501 Kenya
KI KIR 296 946 Kiribati
KW KWT 414 690 Kuwait
KG KGZ 417 703 Kyrgyzstan
LA LAO 418 812 Laos|Lao People's Democratic Republic
LV LVA 428 367 Latvia
LB LBN 422 660 Lebanon
LS LSO 426 570 Lesotho
LR LBR 430 450 Liberia
LY LBY 434 620 Libya
LI LIE 438 223 Liechtenstein
LT LTU 440 368 Lithuania
LU LUX 442 212 Luxembourg
MG MDG 450 580 Madagascar
MW MWI 454 553 Malawi
MY MYS 458 820 Malaysia
MV MDV 462 781 Maldives
ML MLI 466 432 Mali
MT MLT 470 338 Malta
MH MHL 584 983 Marshall Islands
MR MRT 478 435 Mauritania
MU MUS 480 590 Mauritius
MX MEX 484 70 Mexico
FM FSM 583 987 Micronesia|Micronesia (Federated States of)
MD MDA 498 359 Moldova|Republic of Moldova
MC MCO 492 221 Monaco
MN MNG 496 712 Mongolia
ME MNE 499 341 Montenegro
MA MAR 504 600 Morocco
MZ MOZ 508 541 Mozambique
MM MMR 104 775 Myanmar|Myanmar (Burma)|Burma
NA NAM 516 565 Namibia
NR NRU 520 970 Nauru
NP NPL 524 790 Nepal
NL NLD 528 210 Netherlands|Holland
NZ NZL 554 920 New Zealand
NI NIC 558 93 Nicaragua
NE NER 562 436 Niger
NG NGA 566 475 Nigeria
KP PRK 408 731 North Korea|Democratic People's Republic of Korea
MK MKD 807 343 North Macedonia|The former Yugoslav Republic of Macedonia|Macedonia
NO NOR 578 385 Norway
OM OMN 512 698 Oman
PK PAK 586 770 Pakistan
PW PLW 585 986 Palau
PA PAN 591 95 Panama
PG PNG 598 910 Papua New Guinea
PY PRY 600 150 Paraguay
PE PER 604 135 Peru
PH PHL 608 840 Philippines
PL POL 616 290 Poland
PT PRT 620 235 Portugal
QA QAT 634 694 Qatar
RO ROU 642 360 Romania
RW RWA 646 517 Rwanda
WS WSM 882 990 Samoa
SM SMR 674 331 San Marino
ST STP 678 403 São Tomé & Príncipe
SA SAU 682 670 Saudi Arabia
SN SEN 686 433 Senegal
SC SYC 690 591 Seychelles
SL SLE 694 451 Sierra Leone
SG SGP 702 830 Singapore
SK SVK 703 317 Slovakia
SI SVN 705 349 Slovenia
SB SLB 090 940 Solomon Islands
SO SOM 706 520 Somalia
ZA ZAF 710 560 South Africa
KR KOR 410 732 South Korea|Republic of Korea
SS SSD 728 626 South Sudan
ES ESP 724 230 Spain
LK LKA 144 780 Sri Lanka
KN KNA 659 60 St. Kitts & Nevis|Saint Kitts and Nevis
LC LCA 662 56 St. Lucia|Saint Lucia
VC VCT 670 57 St. Vincent & Grenadines|Saint Vincent and the Grenadines
SD SDN 729 625 Sudan
SR SUR 740 115 Suriname
SE SWE 752 380 Sweden
CH CHE 756 225 Switzerland
SY SYR 760 652 Syria|Syrian Arab Republic
TJ TJK 762 702 Tajikistan
TZ TZA 834 510 Tanzania|United Republic of Tanzania
TH THA 764 800 Thailand
TL TLS 626 860 Timor-Leste|East Timor
TG TGO 768 461 Togo
TO TON 776 955 Tonga
TT TTO 780 52 Trinidad & Tobago
TN TUN 788 616 Tunisia
TR TUR 792 640 Türkiye|Turkey
TM TKM 795 701 Turkmenistan
TV TUV 798 947 Tuvalu
UG UGA 800 500 Uganda
UA UKR 804 369 Ukraine
AE ARE 784 696 United Arab Emirates
GB GBR 826 200 United Kingdom|United Kingdom of Great Britain and Northern Ireland|UK|Great Britain
US USA 840 2 United States|United States of America|USA
UY URY 858 165 Uruguay
UZ UZB 860 704 Uzbekistan
VU VUT 548 935 Vanuatu
VE VEN 862 101 Venezuela|Venezuela (Bolivarian Republic of)
VN VNM 704 816 Vietnam|Viet Nam
ZM ZMB 894 551 Zambia
ZW ZWE 716 552 Zimbabwe
`;

/** Where the slug is not the name's. */
const slugs: Record<string, string> = { CG: "republic-of-the-congo" };

export const slugOf = (name: string): string => folded(name).replaceAll(" ", "-");

export const namesOf = ({ name, official, aliases = [] }: State): string[] => [
  name,
  ...(official ? [official] : []),
  ...aliases,
];

export const knownCountries: readonly State[] = [
  ...table
    .trim()
    .split("\n")
    .map((line): State => {
      const [, alpha2 = "", alpha3 = "", m49 = "", cow = "", names = ""] =
        /^(\S+) (\S+) (\S+) (\S+) (.+)$/.exec(line) ?? [];
      const [name = "", ...aliases] = names.split("|");
      return {
        slug: slugs[alpha2] ?? slugOf(name),
        name,
        aliases,
        codes: [
          { scheme: "ISO_3166_1_ALPHA_2", value: alpha2 },
          { scheme: "ISO_3166_1_ALPHA_3", value: alpha3 },
          { scheme: "M49", value: m49 },
          { scheme: "COW", value: cow },
        ],
      };
    }),
  states.germany,
];

const byCode = new Map(knownCountries.map((state) => [state.codes[0]?.value ?? "", state]));
const byName = new Map(knownCountries.flatMap((state) => namesOf(state).map((name) => [folded(name), state] as const)));

export const countryWithCode = (alpha2: string): State | undefined => byCode.get(alpha2);
export const countryNamed = (name: string): State | undefined => byName.get(folded(name));
