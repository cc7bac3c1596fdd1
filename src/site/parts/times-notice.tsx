import type { VNode } from "preact";
import { changed } from "../address.js";
import { dateText, momentText } from "../dates.js";
import type { PageRequest } from "../site.js";

/** The day and the moment that a page shows. */
export interface Times {
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
  /** Whether the same question has another answer now than at `knownAt`. */
  readonly isOutdated: boolean;
}

interface NoticeProps {
  readonly request: PageRequest;
  readonly times: Times;
  readonly retraction?: { readonly retractedAt?: string | null; readonly retractionReason?: string | null };
}

/** Says that a page shows another day than today, earlier knowledge, or something that was retracted. */
export function TimesNotice({ request, times: { asOf, knownAt, isOutdated }, retraction }: NoticeProps): VNode | null {
  const retractedAt = retraction?.retractedAt;
  if (asOf === undefined && knownAt === undefined && !retractedAt) return null;
  return (
    <aside class={`notice${isOutdated || retractedAt ? " warning" : ""}`}>
      {retractedAt && (
        <p>
          <strong>Retracted on {dateText(retractedAt.slice(0, 10))}.</strong> {retraction?.retractionReason}
        </p>
      )}
      {knownAt && (
        <p>
          This permanent link shows the record as it was known on {momentText(knownAt)}
          {asOf && <>, on where everyone stood on {dateText(asOf)}</>}.{" "}
          {isOutdated ? (
            <>
              <strong>The record has been corrected or extended since: there are newer numbers.</strong>{" "}
              <a href={changed(request, { knownAt: undefined })}>Show the newer numbers</a>
            </>
          ) : (
            "Nothing on this page has changed since."
          )}
        </p>
      )}
      {asOf && !knownAt && (
        <p>
          This shows where everyone stood on {dateText(asOf)}.{" "}
          <a href={changed(request, { asOf: undefined })}>Show today</a>
        </p>
      )}
    </aside>
  );
}
