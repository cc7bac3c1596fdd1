import { type GraphiqlAssets, logo } from "./assets.js";

/** A question that is ready to run in the playground. */
export interface Example {
  /** Its name in addresses, such as "who-supports-the-two-state-solution". Undefined: it has no address. */
  readonly name?: string;
  readonly title: string;
  /** The heading under which it is listed; undefined where there are no groups. */
  readonly group?: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  /** The keys that lead to the list whose items are the rows of its table; the first connection when left out. */
  readonly rows?: readonly string[];
  /** What the playground adds to an empty answer. */
  readonly whenEmpty?: EmptyAnswer;
}

/** Why an answer may have nothing in it, and what to do. */
export interface EmptyAnswer {
  /** A query whose answer is empty where nothing is recorded. */
  readonly probe: string;
  readonly nothingRecorded: string;
  readonly otherwise: string;
}

/**
 * The script that starts GraphiQL. The examples of the first group are its tabs; a list above the tabs has all of them, by
 * groups, and opens each in a tab of its own.
 */
export function startScript(assets: GraphiqlAssets, examples: readonly Example[]): string {
  const workers = {
    editorWorkerService: assets.editorWorker.fileName,
    json: assets.jsonWorker.fileName,
    graphql: assets.graphqlWorker.fileName,
  };
  const [first] = examples;
  const tabs = examples.filter(({ group }) => group === first?.group);
  const options = {
    title: "Standpoint",
    logo,
    defaultTabs: tabs.map(tab),
    // A header may be somebody's key. Whatever runs on this origin later could read it from the storage.
    shouldPersistHeaders: false,
    // Its default sends subscriptions by GET, which would put queries into addresses.
    method: "POST",
    // Otherwise their editor is closed, and leaves its room to the question; a click opens it.
    defaultEditorToolsVisibility: first?.variables !== undefined || first?.headers !== undefined,
  };
  return `const workers = ${JSON.stringify(workers)};
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => new URL("graphiql/" + workers[label], document.baseURI).href,
};
const options = ${JSON.stringify(options)};

// Another program's GraphiQL may have been served from the same address, such as localhost:4000: tabs are kept apart.
const prefix = "standpoint:";
options.storage = {
  getItem: (key) => localStorage.getItem(prefix + key),
  setItem: (key, value) => localStorage.setItem(prefix + key, value),
  removeItem: (key) => localStorage.removeItem(prefix + key),
  clear: () => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).forEach((key) => localStorage.removeItem(key)),
  get length() { return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).length; },
};

// GraphiQL itself would open the first tab without its variables, and add an empty tab on each later visit.
const stored = JSON.parse(options.storage.getItem("graphiql:tabState") ?? "null");
const tab = stored?.tabs[stored.activeTabIndex] ?? options.defaultTabs[0];
if (tab && !new URLSearchParams(location.search).has("query")) {
  options.initialQuery = tab.query ?? undefined;
  options.initialVariables = tab.variables ?? undefined;
  options.initialHeaders = tab.headers ?? undefined;
}
${chooser(examples)}${emptyAnswers(examples)}YogaGraphiQL.renderYogaGraphiQL(document.querySelector("#root"), options);
`;
}

/** Fills the list of all examples. GraphiQL opens a document that is in the address in a tab, or finds the tab that has it. */
function chooser(examples: readonly Example[]): string {
  const groups = [...new Set(examples.map(({ group }) => group))];
  if (groups.length < 2) return "";
  const listed = groups.map((label) => ({
    label,
    examples: examples.filter(({ group }) => group === label).map(choice),
  }));
  return `
const chooser = document.querySelector("#questions");
for (const { label, examples } of ${JSON.stringify(listed)}) {
  const group = Object.assign(document.createElement("optgroup"), { label });
  group.append(...examples.map(({ title, search }) => new Option(title, search)));
  chooser.append(group);
}
chooser.value = "";
chooser.addEventListener("change", () => { if (chooser.value) location.search = chooser.value; });
document.querySelector("#bar").hidden = false;
`;
}

function choice(example: Example) {
  const { query, variables } = tab(example);
  const parameters = new URLSearchParams({ query, ...(variables !== undefined && { variables }) });
  return { title: example.title, search: `?${parameters}` };
}

/** Says in the answer that GraphiQL shows why there is nothing in it. It is no part of the API's own answer. */
function emptyAnswers(examples: readonly Example[]): string {
  const whenEmpty = examples.find((example) => example.whenEmpty)?.whenEmpty;
  if (!whenEmpty) return "";
  const names = examples.flatMap(({ query }) => /^query (\w+)/m.exec(query)?.[1] ?? []);
  return `
const whenEmpty = ${JSON.stringify(whenEmpty)};
const standardQuestions = new Set(${JSON.stringify(names)});
const isEmpty = (value) => !value || (typeof value === "object" && Object.values(value).every(isEmpty));
const send = window.fetch.bind(window);
window.fetch = async (address, init) => {
  const response = await send(address, init);
  const sent = typeof init?.body === "string" && init.body.startsWith("{") ? JSON.parse(init.body) : {};
  if (!standardQuestions.has(sent.operationName) || !response.ok) return response;
  const answer = await response.clone().json();
  if (answer.errors || !isEmpty(answer.data)) return response;
  const headers = { "content-type": "application/json", accept: "application/json" };
  const probe = await send(address, { method: "POST", headers, body: JSON.stringify({ query: whenEmpty.probe }) });
  const why = isEmpty((await probe.json()).data) ? whenEmpty.nothingRecorded : whenEmpty.otherwise;
  const body = JSON.stringify({ ...answer, extensions: { ...answer.extensions, whyEmpty: why } });
  return new Response(body, { status: response.status, headers: { "content-type": "application/json" } });
};
`;
}

function tab({ title, query, variables, headers }: Example) {
  return {
    query: query.startsWith("#") ? query : `# ${title}\n\n${query}`,
    variables: variables && JSON.stringify(variables, null, 2),
    headers: headers && JSON.stringify(headers, null, 2),
  };
}
