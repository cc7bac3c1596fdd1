/**
 * What the pages can do beyond their HTML, which is complete without it: suggestions while one types, and a slider for the
 * day. Plain JavaScript without dependencies, served as it stands.
 */

const suggestQuery = `query Suggest($text: String!) {
  suggest(text: $text, first: 8) {
    text
    kind
    result {
      ... on Actor { slug name }
      ... on Titled { slug title }
      ... on Statement { slug summary }
    }
  }
}`;

const folders = { ACTOR: "actors", PROPOSAL: "proposals", STATEMENT: "statements" };

function pathOf({ kind, text, result }) {
  const folder = folders[kind];
  return folder && result.slug
    ? `/${folder}/${encodeURIComponent(result.slug)}`
    : `/search?q=${encodeURIComponent(text)}`;
}

async function suggestionsFor(text, signal) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: suggestQuery, variables: { text } }),
    signal,
  });
  const { data } = await response.json();
  return data?.suggest ?? [];
}

/** Shows what a search would find below its field; the arrow keys lead through the list. */
function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = input.dataset.suggest;
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  input.form.append(list);
  let request;
  let waiting;

  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map((suggestion) => {
        const link = document.createElement("a");
        link.href = pathOf(suggestion);
        const { name, title, summary } = suggestion.result;
        const kind = document.createElement("small");
        kind.textContent = suggestion.kind.toLowerCase().replace("_", " ");
        link.append(name ?? title ?? summary ?? suggestion.text, kind);
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    list.hidden = suggestions.length === 0;
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    request?.abort();
    const text = input.value.trim();
    if (text.length < 2) return show([]);
    waiting = setTimeout(() => {
      request = new AbortController();
      suggestionsFor(text, request.signal).then(show, () => undefined); // without suggestions, the form still works
    }, 150);
  });
  input.form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    if (event.key === "Escape") list.hidden = true;
    if (list.hidden || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const place = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    (links[place] ?? input).focus();
  });
  input.form.addEventListener("focusout", (event) => {
    if (!input.form.contains(event.relatedTarget)) list.hidden = true;
  });
}

const dayLength = 24 * 60 * 60 * 1000;

/** Adds a slider beside the field for the day, from the first event on the page until today. */
function slide(form) {
  const field = form.elements.asOf;
  const days = [...document.querySelectorAll("time[datetime]")]
    .map((time) => Date.parse(time.dateTime))
    .filter(Boolean);
  const today = Date.parse(new Date().toISOString().slice(0, 10));
  const first = Math.min(...days) - dayLength;
  if (!Number.isFinite(first) || first >= today) return;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.setAttribute("aria-label", "Day");
  slider.min = "0";
  slider.max = String(Math.round((today - first) / dayLength));
  slider.value = String(Math.round((Date.parse(field.value) - first) / dayLength));
  const dayAt = () => new Date(first + Number(slider.value) * dayLength).toISOString().slice(0, 10);
  slider.addEventListener("input", () => {
    field.value = dayAt();
  });
  slider.addEventListener("change", () => form.requestSubmit());
  field.before(slider);
}

for (const input of document.querySelectorAll("[data-suggest]")) suggest(input);
for (const form of document.querySelectorAll("form[data-day]")) slide(form);
