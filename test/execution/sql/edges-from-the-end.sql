select (
  with page as materialized (
    select listed.*, row_number() over () as "n" from (
      select source.*, (source."title")::text as "key0", (source."id")::text as "key1" from "Source" source where (source."retractedAt" is null and true) order by source."title" desc,source."id" desc limit 2
    ) listed
  ) select '{"edges":[' || coalesce((
    select string_agg(coalesce('{"cursor":"␟c["Source.TITLE","ASC",' || to_json(sources_1."key0") || ',' || to_json(sources_1."key1") || ']␟","node":{"title":' || to_json(sources_1."title")::text || '}}', '␟nSourceConnection.edges␟'), ',' order by sources_1."n" desc) from page sources_1
  ), '') || ']}'
) as "json";
