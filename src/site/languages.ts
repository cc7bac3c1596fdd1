/** The languages of names, by the header Accept-Language or the parameter `lang`, as the first that is wanted. */
export function languageOf(query: URLSearchParams, acceptLanguage: string | undefined): string {
  const asked = query.get("lang") ?? undefined;
  const wanted = asked ?? acceptLanguage?.split(",")[0]?.split(";")[0];
  const [language = ""] = /^[a-z]{2,3}/i.exec(wanted?.trim() ?? "") ?? [];
  return language === "" ? "en" : language.toLowerCase();
}

interface Named {
  readonly name: string;
  readonly names?: readonly { readonly value: string; readonly language?: string | null; readonly kind: string }[];
}

/** The name of an actor in a language, where the record has it; the usual name where it has not. */
export function nameIn({ name, names = [] }: Named, language: string): string {
  if (language === "en") return name;
  const inLanguage = names.filter((one) => one.language?.split("-")[0] === language);
  return (inLanguage.find(({ kind }) => kind === "SHORT" || kind === "COMMON") ?? inLanguage[0])?.value ?? name;
}
