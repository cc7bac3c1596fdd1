import { v7 } from "uuid";
import { sql } from "../db/sql.js";

/** The id of a new row: a uuid of version 7, so that ids ascend as rows are made. */
export const newId = (): string => v7();

/** The same in SQL, for rows that Postgres makes: the milliseconds take the place of the first six bytes of a random one. */
export const newIdSql = sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
  substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;
