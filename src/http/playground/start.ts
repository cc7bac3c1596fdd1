import { type GraphiqlAssets, logo } from "./assets.js";

/** A question that is ready to run in the playground. */
export interface Example {
  /** Its name in addresses, such as "who-supports-the-two-state-solution". Undefined: it has no address. */
  readonly name?: string;
  readonly title: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  /** The keys that lead to the list whose items are the rows of its table; the first connection when left out. */
  readonly rows?: readonly string[];
}

/** The script that starts GraphiQL with the examples as its tabs. */
export function startScript(assets: GraphiqlAssets, examples: readonly Example[]): string {
  const workers = {
    editorWorkerService: assets.editorWorker.fileName,
    json: assets.jsonWorker.fileName,
    graphql: assets.graphqlWorker.fileName,
  };
  const [first] = examples;
  const options = {
    title: "Standpoint",
    logo,
    defaultTabs: examples.map(tab),
    // A header may be somebody's key. Whatever runs on this origin later could read it from the storage.
    shouldPersistHeaders: false,
    // It would send subscriptions by GET, in whose addresses they do not belong any more than queries do.
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
const own = "standpoint:";
options.storage = {
  getItem: (key) => localStorage.getItem(own + key),
  setItem: (key, value) => localStorage.setItem(own + key, value),
  removeItem: (key) => localStorage.removeItem(own + key),
  clear: () => Object.keys(localStorage).filter((key) => key.startsWith(own)).forEach((key) => localStorage.removeItem(key)),
  get length() { return Object.keys(localStorage).filter((key) => key.startsWith(own)).length; },
};

// GraphiQL itself would open the first tab without its variables, and add an empty tab on each later visit.
const stored = JSON.parse(options.storage.getItem("graphiql:tabState") ?? "null");
const tab = stored?.tabs[stored.activeTabIndex] ?? options.defaultTabs[0];
if (tab && !new URLSearchParams(location.search).has("query")) {
  options.initialQuery = tab.query ?? undefined;
  options.initialVariables = tab.variables ?? undefined;
  options.initialHeaders = tab.headers ?? undefined;
}
YogaGraphiQL.renderYogaGraphiQL(document.querySelector("#root"), options);
`;
}

function tab({ title, query, variables, headers }: Example) {
  return {
    query: query.startsWith("#") ? query : `# ${title}\n\n${query}`,
    variables: variables && JSON.stringify(variables, null, 2),
    headers: headers && JSON.stringify(headers, null, 2),
  };
}
