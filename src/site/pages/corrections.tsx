import { whatWasCorrected } from "standpoint-client/questions/what-was-corrected";
import { changed, parameter } from "../address.js";
import { countOf } from "../dates.js";
import { reportAddress, respond, type Shell } from "../layout/shell.js";
import { Tools } from "../layout/tools.js";
import { ChangeList } from "../parts/change-list.js";
import type { Page } from "../site.js";

/** `/corrections`: what was put right, why and by whom. */
export const correctionsPage = (shell: Shell): Page => ({
  path: "/corrections",
  async answer(request) {
    const variables = { after: parameter(request, "after") };
    const { changes } = await request.client.request(whatWasCorrected, variables);
    const asked = { name: "what-was-corrected", document: whatWasCorrected, variables, isTable: true };
    const report = reportAddress(shell.brand, request);
    const description = `${countOf(changes.totalCount, "correction")} on record: revisions, retractions and merges, with reasons.`;
    return respond(
      shell,
      request,
      { title: "Corrections", description },
      <article class="page">
        <header class="page-head">
          <h1>Corrections</h1>
          <p class="lead">{description}</p>
          <p class="summary">
            Nothing is deleted. What was wrong is retracted with a reason, and earlier versions stay readable. A
            permanent link shows the record as it was before a correction, and says that there are newer numbers.{" "}
            {report && (
              <>
                Is something still wrong? <a href={report}>Report it</a>.
              </>
            )}
          </p>
        </header>
        {changes.nodes.length === 0 && <p class="empty">Nothing has been corrected so far.</p>}
        <ChangeList changes={[...changes.nodes].reverse()} />
        {changes.pageInfo.hasNextPage && (
          <p>
            <a class="more" href={changed(request, { after: changes.pageInfo.endCursor })}>
              Later corrections
            </a>
          </p>
        )}
        <Tools shell={shell} request={request} asked={asked} />
      </article>,
    );
  },
});
