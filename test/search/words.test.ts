import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { kinds, testDatabase } from "../support/database.js";

describe.each(kinds)("the words of a text on %s", (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase({ kind });
  });

  const words = async (text: string): Promise<string> =>
    (await database.query<{ words: string }>(sql`select standpoint_words(${text}) as "words"`))[0]?.words ?? "";

  test.each([
    ["Côte d’Ivoire -- the “co-operation” (S/2021/91)", "cote d-ivoire the co-operation s 2021 91"],
    ["…U.S.A.", "u-s-a"],
    ["聯合國 2021年", "聯~合~國 2021~年"],
    ["コート・ジボワール", "コ~ー~ト-ジ~ボ~ワ~ー~ル"],
    ["می\u200cخواهم", "مي-خواهم"],
    ["☮ — ’", ""],
  ])("%j are %j", async (text, expected) => {
    expect(await words(text)).toBe(expected);
  });

  test("are of letters, marks and digits as Unicode has them, up to U+FFFF", async () => {
    const rows = await database.query<{ code: number; words: string }>(sql`
      select "code", standpoint_words('x' || chr("code") || 'y') as "words"
      from generate_series(128, 65533) "code" where "code" not between 55296 and 63743
      -- What the server's Unicode knows: Node's may be newer.
      and chr("code") collate "und-x-icu" ~ '[[:graph:][:space:][:cntrl:]]'`);
    expect(rows.length).toBeGreaterThan(50_000);
    const separates = /^[\p{P}\p{S}\p{Z}\p{Cc}]$/u;
    const wrong = rows.filter(({ code, words }) => {
      const plain = String.fromCodePoint(code).normalize("NFKD");
      if ([...plain].length !== 1) return false;
      if (/^[\p{L}\p{Nd}\p{M}]$/u.test(plain)) return !/^x\P{Z}*y$/u.test(words);
      return separates.test(plain) && !/^x[ -]y$/.test(words);
    });
    expect(wrong.map(({ code, words }) => [code.toString(16), String.fromCodePoint(code), words])).toEqual([]);
  });

  test("folded once are folded", async () => {
    const rows = await database.query(sql`
      select to_hex("code") as "code" from generate_series(32, 65533) "code" where "code" not between 55296 and 63743
      and standpoint_fold(standpoint_fold(chr("code"))) <> standpoint_fold(chr("code"))`);
    expect(rows).toEqual([]);
  });
});
