import type { Role } from "../../../src/auth/role.js";
import type { Database } from "../../../src/db/database.js";
import type { ListName } from "../../../src/record/entities/index.js";
import { globalId } from "../../../src/record/global-id.js";
import { type Input, types } from "../../record/writer.js";
import { type Answer, ask } from "../../support/ask.js";

const draftFields = `id version status action kind author reason entry entityVersion entity { id __typename }
  changes { path before after } recordedAt updatedAt decidedAt decidedBy decisionReason`;
const errors = "errors { __typename path message ... on Conflict { currentVersion } }";

/** A draft, its id and version at least. */
export interface Made {
  readonly id: string;
  readonly version: number;
}

/** The id of a draft that there is not. */
export const nobody = globalId("draft", "01890a5d-ac96-774b-bcce-b302099a8057");

/** The types and the paths of a payload's errors. */
export const told = ({ errors }: { errors: { __typename: string; path: string }[] }): string[] =>
  errors.map(({ __typename, path }) => `${__typename} ${path}`);

/** What somebody with a role does. */
export function somebody(database: Database, role: Role, name = role.toLowerCase()) {
  const viewer = { role, author: `key:${name}` };
  const asks = (query: string, variables: Input = {}): Promise<Answer> => ask(database, query, variables, { viewer });
  const mutation = async (field: string, type: string, selection: string, input: object) => {
    const query = `mutation ($input: ${type}!) { done: ${field}(input: $input) { ${selection} } }`;
    const { data, errors } = await asks(query, { input });
    if (errors) throw new Error(`${field} failed: ${JSON.stringify(errors)}`);
    return data.done;
  };
  const write = (verb: "record" | "revise", list: ListName, input: Input) => {
    const type = types[list];
    const entity = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const selection = `entity: ${entity} { id version } draft { ${draftFields} } ${errors}`;
    return mutation(`${verb}${type}`, `${verb === "record" ? "Record" : "Revise"}${type}Input`, selection, input);
  };
  const decision = (field: "approveDrafts" | "rejectDrafts", input: Input) =>
    mutation(
      field,
      field === "approveDrafts" ? "ApproveDraftsInput" : "RejectDraftsInput",
      `results { draft { ${draftFields} } ${errors} } ${errors}`,
      input,
    );
  return {
    asks,
    record: (list: ListName, input: Input) => write("record", list, input),
    revise: (list: ListName, input: Input) => write("revise", list, input),
    /** Makes a draft of what must be right. */
    async drafts(list: ListName, input: Input): Promise<Made> {
      const { draft, errors } = await write("record", list, input);
      if (!draft) throw new Error(`No draft: ${JSON.stringify(errors)}`);
      return { id: draft.id, version: draft.version };
    },
    reviseDraft: (input: object) =>
      mutation("reviseDraft", "ReviseDraftInput", `draft { ${draftFields} } ${errors}`, input),
    withdrawDraft: (input: object) =>
      mutation("withdrawDraft", "WithdrawDraftInput", `draft { ${draftFields} } ${errors}`, input),
    approve: (drafts: readonly Made[], more: Input = {}) =>
      decision("approveDrafts", { drafts: drafts.map(({ id, version }) => ({ id, version })), ...more }),
    reject: (drafts: readonly Made[], reason = "It is not so.") =>
      decision("rejectDrafts", { drafts: drafts.map(({ id, version }) => ({ id, version })), reason }),
    async draft(id: string) {
      const { data, errors } = await asks(`query ($id: ID!) { draft(id: $id) { ${draftFields} } }`, { id });
      if (errors) throw new Error(JSON.stringify(errors));
      return data.draft;
    },
    async queue(where?: Input, more = "") {
      const { data, errors } = await asks(
        `query ($where: DraftFilter) { drafts(where: $where ${more}) { totalCount nodes { id status kind author } } }`,
        { where },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data.drafts;
    },
  };
}
