/** Words that titles in capitals write as they are. */
const kept = new Set(
  "ABM AIDS CTBT DPRK ECA ECOSOC EU GATT HIV IAEA ICC ICJ ILO IMF INF MBFR NATO NGO NPT OAS OAU ONUC OPCW PLO SALT START SWAPO UK UN UNCTAD UNDOF UNDP UNEF UNEP UNESCO UNFPA UNHCR UNICEF UNIDO UNIFIL UNITAR UNRWA UNSCOP US USA USSR WHO WMD WTO".split(
    " ",
  ),
);

const small = new Set("a an and as at by for from in into of on or the to with".split(" "));

const isRoman = (word: string): boolean => /^[IVX]+$/.test(word);

/**
 * A title that is all capitals as people write titles: "PALESTINE, STATE" becomes "Palestine, State". Others stay as they
 * are. Abbreviations that are not in the list above lose their capitals, so pages show the original beside it.
 */
export function readableTitle(title: string): string {
  if (/\p{Ll}/u.test(title) || !/\p{Lu}{3}/u.test(title)) return title;
  return title.replace(/\p{L}[\p{L}'’]*/gu, (word, offset: number) => {
    if (kept.has(word) || isRoman(word)) return word;
    const lower = word.toLowerCase();
    return offset > 0 && small.has(lower) ? lower : word.charAt(0) + lower.slice(1);
  });
}
