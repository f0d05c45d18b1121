import {
  conceptBits,
  type ConceptChoice,
  conceptChoices,
  type ConceptSlug,
  conceptSlugs,
  type EarningsBand,
  earningsBands,
  type LibraryFacet,
  libraryLexemes,
  type LibraryQuery,
  libraryScope,
  libraryWords,
} from "@genie/schema";

/** A part of a query in SQL. `of`: the facet whose choice it is. */
export type Condition = {
  of: Exclude<LibraryFacet, "year"> | "date" | null;
  sql: string;
  values: Record<string, unknown>;
  /** The same of a shape (`countFacets`), which has a `band` in the place of a sum. */
  ofShape?: string;
  /** Where it is of one of the concepts. */
  concept?: ConceptSlug;
};

/** More words than this are not looked at. */
const mostWords = 12;

/**
 * What rows `e` of `library_entries` must be to be found, all together. The first two name the owner and
 * the bin literally, since the indexes are partial.
 */
export function conditionsOf(owner: string, query: LibraryQuery): Condition[] {
  const { platform, profile, kind, source, tag, subject, used, earned, currency } = query;
  const scope = libraryScope(owner);
  const terms = [
    ...new Set(libraryWords(query.search ?? "").map((word) => `${libraryLexemes.word}${word}`)),
  ].slice(0, mostWords);
  return [
    condition(null, "e.user_id = :owner", { owner }),
    condition(null, query.deleted === true ? "e.trashed" : "not e.trashed"),
    ...given(terms.length > 0 ? terms : undefined, () =>
      lexemes(null, "words", terms.map((term) => `${quoted(scope + term)}:*`).join(" & ")),
    ),
    ...given(tag, (tags) => lexemes("tag", "tags", allOf(scope + libraryLexemes.tag, tags))),
    ...given(subject, (subjects) =>
      lexemes("subject", "subjects", allOf(scope + libraryLexemes.subject, subjects)),
    ),
    ...conceptConditions(query.concept ?? []),
    ...given(platform, (platforms) => choice("platform", { platforms })),
    ...given(kind, (kinds) => choice("kind", { kinds })),
    ...given(source, (sources) => choice("source", { sources })),
    ...given(profile, (profiles) =>
      condition(null, "e.profile_id = any(cast(:profiles as uuid[]))", { profiles }),
    ),
    ...given(used, (isUsed) => condition("used", isUsed ? "e.used" : "not e.used")),
    ...given(earned, (chosen) => ({
      ...condition("earned", `(${chosen.map((band) => `(${inBand(band)})`).join(" or ")})`),
      ofShape: `e.band in (${chosen.map((band) => `'${band}'`).join(", ")})`,
    })),
    ...given(currency, (code) =>
      condition(null, "e.currency = :currency and e.cents > 0", { currency: code }),
    ),
    ...given(query.from, (from) =>
      condition("date", "e.at >= cast(:from as timestamptz)", { from }),
    ),
    ...given(query.until, (until) =>
      condition("date", "e.at < cast(:until as timestamptz)", { until }),
    ),
  ];
}

/** The conditions as SQL, and what they name. */
export function joined(conditions: readonly Condition[]): {
  sql: string;
  values: Record<string, unknown>;
} {
  return {
    sql: conditions.map(({ sql }) => sql).join(" and ") || "true",
    values: Object.assign({}, ...conditions.map(({ values }) => values)),
  };
}

/** A band as a condition on `e.cents`, which is below zero where nothing is known of earnings. */
export function inBand(band: EarningsBand): string {
  const [from, below] = earningsBands[band];
  const parts = [
    ...(from === null ? [] : [`e.cents >= ${Math.round(from * 100)}`]),
    ...(below === null ? [] : [`e.cents < ${Math.round(below * 100)}`]),
  ];
  return parts.join(" and ") || "true";
}

/** The bits of `e.concepts` that stand for bands of one concept. */
export const bitsOfConcept = (slug: ConceptSlug): number => bitsOf(slug, conceptChoices);

function conceptConditions(chosen: readonly ConceptChoice[]): Condition[] {
  return conceptSlugs.flatMap((concept) => {
    const bits = bitsOf(concept, chosen);
    return bits === 0 ? [] : [{ ...condition("concept", `(e.concepts & ${bits}) <> 0`), concept }];
  });
}

function bitsOf(slug: ConceptSlug, choices: readonly ConceptChoice[]): number {
  const own = new Set(choices.filter((choice) => choice.startsWith(`${slug}.`)));
  return [...own].reduce((bits, choice) => bits | conceptBits[choice], 0);
}

const condition = (
  of: Condition["of"],
  sql: string,
  values: Condition["values"] = {},
): Condition => ({ of, sql, values });

const choice = (of: "kind" | "platform" | "source", values: Record<string, string[]>) =>
  condition(of, `e.${of} = any(cast(:${of}s as text[]))`, values);

const lexemes = (of: "subject" | "tag" | null, name: string, tsquery: string) =>
  condition(of, `e.words @@ cast(:${name} as tsquery)`, { [name]: tsquery });

/** A tsquery for what has all of these lexemes. */
export const allOf = (prefix: string, names: readonly string[]) =>
  names.map((name) => quoted(prefix + name)).join(" & ");

/** A lexeme in a tsquery, whatever characters it has. */
const quoted = (lexeme: string) => `'${lexeme.replaceAll(/['\\]/g, "$&$&")}'`;

const given = <Value>(value: Value | undefined, make: (value: Value) => Condition): Condition[] =>
  value === undefined ? [] : [make(value)];
