import { allOf, oneOf } from "../../db/reading/conditions.js";
import { type ListQuery, sortBy } from "../../db/reading/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import type { ListSql } from "../../graphql/field-sql.js";
import { type SearchKind, searchOrder } from "./search.input.js";

type Kinds = readonly SearchKind[] | null | undefined;

/**
 * How a name fits a query. These steps are larger than any name's weight, which ranks names that fit equally. But `beginning`,
 * that a name and not only one of its words starts so, is small: "secur" suggests the Security Council before resolutions.
 */
const fit = { symbol: 300, whole: 200, start: 100, beginning: 10 };

const points = (of: keyof typeof fit): Sql => raw(String(fit[of]));

/** What a text is to the index of names. Selected, so that it is made once and not again for each row. */
const forms = (text: string) => ({
  words: sql`(select standpoint_misspelt_words(${text}))`,
  symbols: sql`(select standpoint_symbol_query(${text}))`,
  starts: sql`(select standpoint_name_query(${text}))`,
  key: sql`(select standpoint_name_key(standpoint_words(${text})))`,
  query: sql`(select standpoint_search_query(${text}))`,
});

/**
 * First comes the resolution whose symbol the text is, then the names and titles that the text is the whole of, then those
 * in which a word starts with it. Among those, states come before other actors, topics, proposals and the rest. All other
 * entities in whose documents all words occur follow, by how well they fit: words that stand near each other weigh more than
 * distant ones (cover density, Clarke, Cormack & Tudhope 1999), and names more than prose. Only where nothing is found,
 * words are taken as misspelt.
 */
export function searchList(text: string, kinds: Kinds): ListQuery {
  return {
    rows: sql`hit."kind", hit."entityId"`,
    from: sql`(
      with named as (${namedHits(text, kinds)}), worded as (${wordedHits(text, kinds)})
      select "entityId", "kind", coalesce(named."score", 0) as "score",
        coalesce(named."closeness", worded."closeness") as "closeness"
      from named full join worded using ("entityId", "kind")
      union all ${misspeltHits(text, kinds)}) hit`,
    where: sql`true`,
    sort: sortBy(searchOrder, sql`hit."score"`, sql`hit."closeness"`, sql`hit."entityId"`),
  };
}

/** Of names that fit equally, the shorter is closer to the text. */
function namedHits(text: string, kinds: Kinds): Sql {
  const { symbols, starts, key } = forms(text);
  return sql`select name."entityId", name."kind",
      max(name."weight" + case when name."starts" @@ ${symbols} then ${points("symbol")}
        when name."key" = ${key} then ${points("whole")} else ${points("start")} end) as "score",
      max(1.0 / char_length(name."key"))::float8 as "closeness"
    from "SearchName" name where ${allOf([sql`name."starts" @@ ${starts}`, ofKinds("name", kinds)])} group by 1, 2`;
}

function wordedHits(text: string, kinds: Kinds): Sql {
  const { query } = forms(text);
  return sql`select document."entityId", document."kind", (ts_rank_cd(document."document", ${query})
      * case document."kind" when 'ACTOR' then 4 when 'TOPIC' then 3 when 'PROPOSAL' then 2 else 1 end)::float8 as "closeness"
    from "SearchDocument" document where ${allOf([sql`document."document" @@ ${query}`, ofKinds("document", kinds)])}`;
}

/** The score is below zero: letters that are wrong, and by how much the name is longer or shorter. */
function misspeltHits(text: string, kinds: Kinds): Sql {
  const { words, key } = forms(text);
  const conditions = allOf([
    sql`name."spellings" && (select standpoint_longest_spellings(standpoint_misspelt_words(${text})))`,
    sql`"typos" is not null and not exists (select from named) and not exists (select from worded)`,
    ofKinds("name", kinds),
  ]);
  return sql`select name."entityId", name."kind",
      max(-1 - "typos" - abs(char_length(name."key") - char_length(${key}))), max(name."weight")::float8
    from "SearchName" name cross join lateral standpoint_typos(${words}, name."spellings") "typos"
    where ${conditions} group by 1, 2`;
}

/** How many of an entity's names may fit better than those of the next one. */
const namesOfOne = 10;

/**
 * The names that start with a text at one of their words, one of each entity: whole names first. An entity is shown by a
 * name rather than a code, whose ordinals are below zero: "fra" shows France. Its place is that of whichever fits best.
 * A letter fits ten thousand names, so the best are taken before they are compared by entity, and nothing else is sorted.
 */
export function suggestions(text: string, kinds: Kinds, first: number): ListSql {
  const { symbols, starts, key } = forms(text);
  const order = sql`"score" desc, char_length("key"), "key", "entityId", "ordinal"`;
  const score = sql`name."weight" + case when name."starts" @@ ${symbols} then ${points("symbol")}
    when name."key" = ${key} then ${points("whole")}
    when starts_with(name."key", ${key}) then ${points("beginning")} else 0 end`;
  return {
    kind: "list",
    rows: (suggestion) => ({
      from: sql`(select * from (
          select distinct on ("entityId") best."entityId", best."kind", best."ordinal", best."text", best."key",
            max(best."score") over (partition by best."entityId") as "score" from (
            select name."entityId", name."kind", name."ordinal", name."text", name."key", ${score} as "score"
            from "SearchName" name where ${allOf([sql`name."starts" @@ ${starts}`, ofKinds("name", kinds)])}
            order by ${order} limit ${raw(String(first * namesOfOne))}
          ) best order by "entityId", best."ordinal" < 0, best."score" desc, char_length("key"), "key", "ordinal"
        ) distinctly order by ${order} limit ${raw(String(first))}) ${suggestion}`,
    }),
  };
}

const ofKinds = (table: string, kinds: Kinds): Sql | undefined => oneOf(raw(`${table}."kind"`), kinds, "EntityKind");
