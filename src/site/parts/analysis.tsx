import type { ComponentChildren, VNode } from "preact";
import { type Document, InvalidInputError } from "standpoint-client";
import { parameter } from "../address.js";
import { today } from "../dates.js";
import { respond, type Shell } from "../layout/shell.js";
import { type Asked, Tools } from "../layout/tools.js";
import type { PageRequest, PageResponse } from "../site.js";
import { Method } from "./method.js";
import { SourceList } from "./sources.js";
import { TimesNotice } from "./times-notice.js";

interface AnalysisProps {
  readonly title: string;
  /** One sentence that answers. */
  readonly sentence: string;
  readonly kicker: string;
  /** What the page is about, in a few sentences. */
  readonly summary?: string | null;
  readonly asked: Asked;
  readonly latestChange?: { readonly recordedAt: string } | null;
  /** Whether the answer is another at an earlier day: then a permanent link names the day. */
  readonly hasDay?: boolean;
  /** Whether the same question has another answer now than at the moment in the address. */
  readonly isOutdated?: boolean;
  readonly retraction?: Parameters<typeof TimesNotice>[0]["retraction"];
  /** The picture that answers; undefined where there is nothing to draw. */
  readonly picture: VNode | undefined;
  /** How the numbers were computed. */
  readonly method: ComponentChildren;
  readonly sources?: Parameters<typeof SourceList>[0]["sources"];
  /** Content between the title and the picture, such as a form. */
  readonly form?: VNode;
  /** The tables behind the picture. */
  readonly children?: ComponentChildren;
}

/** A page that answers one question by one picture: its parts and their order are the same on all of them. */
export function respondAnalysis(shell: Shell, request: PageRequest, props: AnalysisProps): PageResponse {
  const { title, sentence, kicker, asked, latestChange, picture, method, sources = [], form, children } = props;
  const { hasDay = false, isOutdated = false, retraction } = props;
  const embedded = request.query.has("embed");
  const times = {
    asOf: hasDay ? parameter(request, "asOf") : undefined,
    knownAt: parameter(request, "knownAt"),
    isOutdated,
  };
  const knownAt = times.knownAt ?? latestChange?.recordedAt;
  const cite = knownAt ? { knownAt, ...(hasDay && { asOf: times.asOf ?? today() }) } : undefined;
  const options = { title, description: sentence, embedded };
  if (embedded)
    return respond(
      shell,
      request,
      options,
      <figure class="figure">
        <figcaption>
          {title}
          <p>{sentence}</p>
        </figcaption>
        {picture}
      </figure>,
    );
  return respond(
    shell,
    request,
    options,
    <article class="page">
      <header class="page-head">
        <p class="kicker">{kicker}</p>
        <h1>{title}</h1>
        <p class="lead">{sentence}</p>
        {props.summary && <p class="summary">{props.summary}</p>}
      </header>
      <TimesNotice request={request} times={times} retraction={retraction} />
      {form}
      <section class="answer" aria-label={title}>
        {picture && <figure class="figure">{picture}</figure>}
        <Tools shell={shell} request={request} asked={asked} cite={cite} embeds={picture !== undefined} />
      </section>
      {children}
      <SourceList sources={sources} />
      <Method asked={asked}>{method}</Method>
    </article>,
  );
}

/** What a question returns, or undefined where one of the slugs in the address is not on record. */
export async function ifOnRecord<Answer>(
  slugs: readonly string[],
  asked: Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    const isUnknown = ({ message }: { readonly message: string }): boolean =>
      slugs.some((slug) => message.includes(`"${slug}"`));
    if (error instanceof InvalidInputError && error.problems.every(isUnknown)) return undefined;
    throw error;
  }
}

/**
 * Asks a question at the moment in the address and, where there is one, once more about now. The answer is outdated where
 * both differ in more than the latest change.
 */
export async function askThenAndNow<Answer extends object, Variables extends { readonly knownAt?: unknown }>(
  { client }: PageRequest,
  document: Document<Answer, Variables>,
  variables: Variables,
): Promise<{ readonly answer: Answer; readonly isOutdated: boolean }> {
  const ask = (values: Variables): Promise<Answer> => client.request<Answer, Variables>(document, values);
  const [answer, current] = await Promise.all([
    ask(variables),
    variables.knownAt == null ? undefined : ask({ ...variables, knownAt: null }),
  ]);
  const shown = (one: Answer): string => JSON.stringify({ ...one, latestChange: undefined });
  return { answer, isOutdated: current !== undefined && shown(current) !== shown(answer) };
}

interface TableProps {
  readonly id: string;
  readonly title: string;
  readonly count?: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
  readonly empty?: string;
}

/** A section with a table; the first cell of each row is its head. */
export function TableSection({ id, title, count, columns, rows, empty = "Nothing on record." }: TableProps): VNode {
  return (
    <section aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        {count && <p class="count">{count}</p>}
      </div>
      {rows.length === 0 ? (
        <p class="empty">{empty}</p>
      ) : (
        <section class="table-scroll" tabindex={0} aria-labelledby={id}>
          <table class="stacks">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [head, ...others] }) => (
                <tr key={key}>
                  <th scope="row">{head}</th>
                  {others.map((cell, index) => (
                    <td key={columns[index + 1]} data-label={columns[index + 1]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
