import {
  conceptChoices,
  type EarningsBand,
  earningsBands,
  type LibraryFacet,
  libraryOrders,
  type LibraryOrder,
  type LibraryQuery,
} from "@genie/schema";
import { addDays, isDate, startOfDay } from "#features/calendar/days.ts";

export const mediaKinds = ["image", "video", "gallery"] as const;
export const mediaSources = ["scraped", "uploaded", "derived"] as const;
export const bandNames = Object.keys(earningsBands) as EarningsBand[];

/** The parts of the address that narrow what of the library is shown. */
export const filterParts = [
  "q",
  "platform",
  "account",
  "type",
  "source",
  "used",
  "earned",
  "concept",
  "tag",
  "subject",
  "from",
  "until",
  "bin",
] as const;
export type FilterPart = (typeof filterParts)[number];

/** The parts of the address that say what of the library is shown, and how it is sorted. */
export const libraryParts = [...filterParts, "sort"] as const;
export type LibraryPart = (typeof libraryParts)[number];

/** The part of the address that each facet is chosen by. */
export const partOfFacet = {
  platform: "platform",
  kind: "type",
  source: "source",
  used: "used",
  earned: "earned",
  concept: "concept",
  tag: "tag",
  subject: "subject",
} as const satisfies Partial<Record<LibraryFacet, FilterPart>>;
export type ChosenFacet = keyof typeof partOfFacet;

const mostValues = 50;
const longest = (part: LibraryPart) => (part === "tag" || part === "subject" ? 100 : 64);

type QuerySource = {
  /** All values of a part of the address. */
  getAll: (part: LibraryPart) => string[];
  /** Where her days begin. */
  zone: string;
  /** Counts where the address names no order. */
  order: LibraryOrder;
};

/** What the address asks for; what makes no sense is left out. `until` in the address is a day that is included. */
export function libraryQuery({ getAll, zone, order }: QuerySource): LibraryQuery {
  const some = (part: LibraryPart) => {
    const values = [
      ...new Set(getAll(part).filter((value) => value !== "" && value.length <= longest(part))),
    ];
    return values.length === 0 ? undefined : values.slice(0, mostValues);
  };
  const oneOf = <Value extends string>(part: LibraryPart, known: readonly Value[]) => {
    const values = known.filter((value) => getAll(part).includes(value));
    return values.length === 0 ? undefined : values;
  };
  const search = getAll("q")[0]?.trim().slice(0, 200);
  const [from] = getAll("from").filter(isDate);
  const [until] = getAll("until").filter(isDate);
  const [used] = oneOf("used", ["yes", "no"] as const) ?? [];
  return withoutUndefined({
    search: search === "" ? undefined : search,
    platform: some("platform"),
    profile: some("account")?.filter((id) => /^[\da-f-]{36}$/.test(id)),
    kind: oneOf("type", mediaKinds),
    source: oneOf("source", mediaSources),
    used: used === undefined ? undefined : used === "yes",
    earned: oneOf("earned", bandNames),
    concept: oneOf("concept", conceptChoices),
    subject: some("subject"),
    tag: some("tag"),
    from: from === undefined ? undefined : startOfDay(from, zone).toISOString(),
    until: until === undefined ? undefined : startOfDay(addDays(until, 1), zone).toISOString(),
    deleted: getAll("bin").includes("1") ? true : undefined,
    order: oneOf("sort", libraryOrders)?.[0] ?? order,
  });
}

/** How many of the choices in the address narrow what is shown, the words of a search and the bin aside. */
export function choiceCount(getAll: (part: FilterPart) => string[]): number {
  return filterParts
    .filter((part) => part !== "q" && part !== "bin")
    .reduce((count, part) => count + getAll(part).length, 0);
}

type Defined<Row> = { [Key in keyof Row]?: Exclude<Row[Key], undefined> };

function withoutUndefined<Row extends object>(row: Row): Defined<Row> {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Defined<Row>;
}
