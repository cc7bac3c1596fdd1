import type { VNode } from "preact";

interface Source {
  readonly title: string;
  readonly publisher?: string | null;
  readonly url?: string | null;
}

const SourceLink = ({ source: { title, url } }: { readonly source: Source }): VNode =>
  url ? (
    <a href={url} class="source" title={title}>
      {title}
    </a>
  ) : (
    <span class="source" title={title}>
      {title}
    </span>
  );

/** Sources within a table: the first, and how many more there are. */
export function SourceLinks({ sources }: { readonly sources: readonly Source[] }): VNode | null {
  const [first, ...others] = sources;
  if (!first) return null;
  return (
    <>
      <SourceLink source={first} />
      {others.length > 0 && (
        <details class="others">
          <summary>and {others.length} more</summary>
          <ul>
            {others.map((source) => (
              <li key={source.title}>
                <SourceLink source={source} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The sources of a page. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }): VNode | null {
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul class="sources">
        {sources.map((source) => (
          <li key={source.title}>
            <SourceLink source={source} />
            {source.publisher && <span class="aside">{source.publisher}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
