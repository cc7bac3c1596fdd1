import type { VNode } from "preact";
import type { Document } from "standpoint-client";
import { address, changed } from "../address.js";
import type { PageRequest } from "../site.js";
import { reportAddress, type Shell } from "./shell.js";

/** A standard question as a page asks it. */
export interface Asked {
  /** Its name at /q, such as "where-does-everyone-stand". */
  readonly name: string;
  readonly document: Document<unknown, never>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it has a table, so that there is a CSV file of it. */
  readonly isTable?: boolean;
  /** The address of a table that the page itself writes. */
  readonly csv?: string;
}

/** The moment that a permanent link names, and the day where the page has one. */
export interface Cite {
  readonly asOf?: string;
  readonly knownAt: string;
}

interface ToolsProps {
  readonly shell: Shell;
  readonly request: PageRequest;
  readonly asked: Asked;
  readonly cite?: Cite;
  readonly embeds?: boolean;
}

/** What readers can do with the answer of a page: take it along, check it, cite it, show it elsewhere, correct it. */
export function Tools({ shell, request, asked, cite, embeds = false }: ToolsProps): VNode {
  const { name, document, variables, isTable, csv } = asked;
  const parameters = Object.fromEntries(
    Object.entries(variables)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, parameterOf(value)]),
  );
  const report = reportAddress(shell.brand, request);
  const playground = address("/graphql", { query: document.toString(), variables: JSON.stringify(variables) });
  return (
    <ul class="tools" aria-label="Use this answer">
      {(isTable || csv) && (
        <li>
          <a href={csv ?? address(`/q/${name}.csv`, parameters)} download>
            Download CSV
          </a>
        </li>
      )}
      <li>
        <a href={address(`/q/${name}.json`, parameters)}>JSON</a>
      </li>
      <li>
        <a href={playground}>Open in the playground</a>
      </li>
      {cite && (
        <li>
          <a href={changed(request, { ...cite, embed: undefined })} rel="nofollow">
            Cite: permanent link
          </a>
        </li>
      )}
      {embeds && (
        <li>
          <a href={changed(request, { ...cite, embed: "1" })} rel="nofollow">
            Embed
          </a>
        </li>
      )}
      {report && (
        <li>
          <a href={report}>Report an error</a>
        </li>
      )}
    </ul>
  );
}

/** A variable as the addresses under /q take it. */
function parameterOf(value: unknown): string | string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
