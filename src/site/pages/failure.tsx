import { InvalidInputError, LimitError, NetworkError, StandpointError } from "standpoint-client";
import { respond, type Shell } from "../layout/shell.js";
import type { PageRequest, PageResponse } from "../site.js";

/**
 * The page that says why there is no answer.
 *
 * @throws the error, where it is no answer of the API: it is a fault of the page, which the server logs and masks
 */
export function failurePage(shell: Shell, request: PageRequest, error: unknown): PageResponse {
  if (!(error instanceof StandpointError)) throw error;
  const { status, title, advice } = kindOf(error);
  const options = {
    ...{ title, description: title, status, unlisted: true },
    ...(status === 503 && { headers: { "retry-after": "5" } }),
  };
  return respond(
    shell,
    request,
    options,
    <article class="page narrow">
      <h1>{title}</h1>
      <p class="lead">{advice}</p>
      <ul>
        {error.problems.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </article>,
  );
}

function kindOf(error: StandpointError): { status: number; title: string; advice: string } {
  if (error instanceof InvalidInputError)
    return {
      status: 400,
      title: "The address asks for something that cannot be answered",
      advice: "A value in the address is wrong. Correct it, or start from the page without it.",
    };
  if (error instanceof LimitError || error instanceof NetworkError)
    return {
      status: 503,
      title: "There is no answer at the moment",
      advice: "The server is busy, or its database cannot be reached. Try again in some seconds.",
    };
  return { status: 500, title: "Something went wrong", advice: "The fault is on our side." };
}
