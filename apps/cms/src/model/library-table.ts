import type { DatabaseObject } from "./database-object.ts";

/** The side table that the library is read from: a row for each entry of `scraped_media`. */
export const libraryEntries = "library_entries";

/**
 * Figures that an entry lacks stand below every other, so that it comes last and a row comparison
 * still finds the next page.
 */
export const noFigure = { count: "-1", cents: "-9000000000000000" } as const;

/** Brings the rows of these entries up to date; one that did not change is not written. */
export const refreshLibrary = "genie_library_refresh";

/** Run after the table or what fills it is new. */
export const fillLibrary = `select ${refreshLibrary}(array(select id from scraped_media))`;

/** `concepts`: `conceptBits` of the bands that it lies in, null while it has not been classified. `look`: what the picture looks like, where few bits differ it looks the same. `cents`: earnings in hundredths of their currency's unit. `at`: published, or came into the library. `long_lists`: its tags and subjects are too long for an index. */
export const libraryColumns = {
  id: "uuid not null",
  user_id: "uuid not null",
  profile_id: "uuid",
  at: "timestamp with time zone not null",
  cents: "bigint not null",
  likes: "integer not null",
  comments: "integer not null",
  views: "integer not null",
  year: "smallint not null",
  trashed: "boolean not null",
  used: "boolean not null",
  kind: "text not null",
  source: "text not null",
  platform: "text",
  currency: "text",
  look: "bit(64)",
  tags: "text[] not null",
  subjects: "text[] not null",
  long_lists: "boolean not null",
  concepts: "integer",
  words: "tsvector not null",
} as const;

/** In bytes. An index takes rows of 2,704 at most; what is not in the lists takes less than 600. */
export const longListsAbove = 2_000;

/** All that counts are made of, so that the table itself is not read for them: most of it are words. */
const counted = [
  "platform",
  "kind",
  "source",
  "used",
  "year",
  "cents",
  "concepts",
  "at",
  "profile_id",
  "currency",
  "tags",
  "subjects",
];

/** The table, and an index for each order, for the bin, for what is counted and for everything that is searched. */
export function libraryTable(): DatabaseObject[] {
  const columns = Object.entries(libraryColumns).map(([name, type]) => `${name} ${type}`);
  return [
    {
      kind: "table",
      table: null,
      name: libraryEntries,
      columns: libraryColumns,
      parts: [
        ...Object.keys(libraryColumns).map((name) => `column ${libraryEntries}.${name}`),
        `index ${libraryEntries}_pkey`,
        `constraint ${libraryEntries}.${libraryEntries}_pkey`,
        `constraint ${libraryEntries}.${libraryEntries}_id_fkey`,
      ],
      fill: fillLibrary,
      create: `create table ${libraryEntries} (${columns.join(", ")}, primary key (id), constraint ${libraryEntries}_id_fkey foreign key (id) references scraped_media (id) on delete cascade)`,
    },
    ...["at", "cents", "likes", "comments", "views"].map((column) =>
      index(`by_${column}`, `(user_id, ${column} desc, id desc) where not trashed`),
    ),
    index(
      "counted",
      `(user_id) include (${counted.join(", ")}) where not trashed and not long_lists`,
    ),
    index("long_lists", "(user_id) where not trashed and long_lists"),
    index("trashed", "(user_id, at desc, id desc) where trashed"),
    index("words", "using gin (words)"),
  ];
}

function index(suffix: string, definition: string): DatabaseObject {
  const name = `${libraryEntries}_${suffix}`;
  return {
    kind: "index",
    table: libraryEntries,
    name,
    create: `create index ${name} on ${libraryEntries} ${definition}`,
  };
}
