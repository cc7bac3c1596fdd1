import type { ComponentChildren, VNode } from "preact";
import type { Asked } from "../layout/tools.js";

/** How the numbers of a page were computed, with the question that gives them. */
export const Method = ({ asked, children }: { readonly asked: Asked; readonly children: ComponentChildren }): VNode => (
  <section aria-labelledby="computed" class="method">
    <h2 id="computed">How this was computed</h2>
    {children}
    <p>
      <a href="/method">Formulas, sources and limits</a>
    </p>
    <details>
      <summary>The question that this page asks the API</summary>
      <pre tabindex={0}>
        <code>{asked.document.toString()}</code>
      </pre>
      <pre tabindex={0}>
        <code>{JSON.stringify(asked.variables, null, 2)}</code>
      </pre>
    </details>
  </section>
);
