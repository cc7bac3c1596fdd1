import type { VNode } from "preact";
import { changed } from "../address.js";
import { today } from "../dates.js";
import type { PageRequest } from "../site.js";

/** Fields that keep what the address says besides the fields of a form. */
export function HiddenFields({ request, except }: { request: PageRequest; except: readonly string[] }): VNode {
  const kept = [...request.query].filter(([name]) => !except.includes(name));
  return (
    <>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** The day on which everything on a page stands. The site's script adds a slider. */
export function DayForm({
  request,
  asOf,
}: {
  readonly request: PageRequest;
  readonly asOf: string | undefined;
}): VNode {
  return (
    <form class="day-form" action={request.path} data-day>
      <HiddenFields request={request} except={["asOf", "after", "embed"]} />
      <label for="as-of">As of</label>
      <input id="as-of" type="date" name="asOf" value={asOf ?? today()} min="1945-01-01" required />
      <button type="submit">Show</button>
      {asOf && <a href={changed(request, { asOf: undefined, after: undefined })}>Today</a>}
    </form>
  );
}
