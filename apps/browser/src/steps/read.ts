import type { Meaning, ReadAnswer, ReadRequest } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { isDistinct, listOf, nodeNumbers, type Pointed } from "../guide/pointed.ts";
import type { Session } from "../sessions/session.ts";
import { changed } from "./locate.ts";
import { readNodes } from "./read-nodes.ts";

type Fields = NonNullable<ReadAnswer["read"]>["fields"];
type Wanted = { id: string; attributes: readonly string[] | null };

/**
 * Reads by meaning: the model says where, the page itself says what. Null without a model. Throws
 * `platform_changed` when the model points at what can't be.
 */
export async function read(session: Session, request: ReadRequest): Promise<ReadAnswer> {
  const { help } = session;
  if (help === null) return { read: null };
  const pointed = await help.guide.point(request);
  if (!isDistinct(request, pointed)) throw changed("could not be read without a doubt");
  const wanted = collect(request, pointed);
  const values = await readNodes(
    session,
    nodeNumbers(wanted.map(({ id }) => id)),
    wanted.map(({ attributes }) => attributes),
  );
  const left = values.values();
  const fields = fill(request.fields, pointed.fields, left);
  const rows = pointed.rows.map((row) => fill(request.rows?.fields ?? {}, row, left));
  return { read: { fields, rows } };
}

/** Every element that is pointed at, in the order in which `fill` takes the values. */
function collect(request: ReadRequest, { fields, rows }: Pointed): Wanted[] {
  return [
    ...elementsOf(request.fields, fields),
    ...rows.flatMap((row) => elementsOf(request.rows?.fields ?? {}, row)),
  ];
}

function elementsOf(meanings: Record<string, Meaning>, ids: Pointed["fields"]): Wanted[] {
  return Object.entries(meanings).flatMap(([name, { attributes = null }]) =>
    listOf(ids[name] ?? null).map((id) => ({ id, attributes })),
  );
}

/** What one of many elements does not have makes the whole field null: never a part for the whole. */
function fill(
  meanings: Record<string, Meaning>,
  ids: Pointed["fields"],
  values: Iterator<string | null>,
): Fields {
  return Object.fromEntries(
    Object.entries(meanings).map(([name, { all }]) => {
      const texts = listOf(ids[name] ?? null).map(() => next(values));
      const known = texts.filter((text) => text !== null);
      if (all) return [name, known.length === texts.length ? known : null];
      return [name, known[0] ?? null];
    }),
  );
}

function next(values: Iterator<string | null>): string | null {
  const { done, value } = values.next();
  if (done) throw new AppError("internal", "Fewer values were read than there are elements.");
  return value;
}
