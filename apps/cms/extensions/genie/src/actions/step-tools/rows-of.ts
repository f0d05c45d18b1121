import type { Row, RowQuery, Rows } from "@genie/actions";
import { AppError } from "@genie/errors";
import { isDirectusError } from "@directus/errors";
import type { Knex } from "knex";
import { importFromDirectus } from "../../directus-module.ts";
import { asAppError } from "../failure.ts";
import { changeWhole } from "../../change-whole.ts";
import type { Run } from "./create-step-tools.ts";
import { requireFlat } from "./require-flat.ts";

type Sanitize = {
  sanitizeQuery: (query: RowQuery, schema: unknown, accountability: unknown) => Promise<RowQuery>;
};
type Validate = { validateQuery: (query: RowQuery) => RowQuery };

/** Rows of a collection as the person of a run may see and change them. */
export function rowsOf({ context, accountability, signal }: Run, collection: string): Rows {
  const { services, getSchema } = context;
  const reader = async () =>
    new services.ItemsService(collection, { schema: await getSchema(), accountability });
  const change = <Answer>(work: Parameters<typeof changeWhole<Answer>>[1]) =>
    changeWhole({ context, accountability, signal, collection }, work);

  return {
    read: async (query) => explain(async () => (await reader()).readByQuery(await checked(query))),
    readOne: async (id, fields = ["*"]) =>
      explain(async () => {
        try {
          return await (await reader()).readOne(id, { fields: [...fields] });
        } catch (error) {
          throw isDirectusError(error, "FORBIDDEN") ? notThere(collection, error) : error;
        }
      }),
    create: async (row) =>
      explain(() =>
        change(async (service, options) => {
          const linked = requireFlat(await getSchema(), collection, row);
          if (linked.length > 0) throw notItsOwn();
          return service.createOne(row, options);
        }),
      ),
    update: async (id, row, only) =>
      explain(() =>
        change(async (service, options, trx) => {
          if (only) await requireSame(trx, { collection, id, only });
          const linked = requireFlat(await getSchema(), collection, row);
          for (const { junction, field, ids } of linked) {
            const own = await trx(junction)
              .where({ [field]: id })
              .whereRaw("id::text = any(?)", [ids])
              .select("id");
            if (own.length < new Set(ids).size) throw notItsOwn();
          }
          await service.updateOne(id, row, options);
        }),
      ),
    delete: async (id) =>
      explain(() =>
        change(async (service, options) => void (await service.deleteOne(id, options))),
      ),
  };

  /** As Directus' own routes look at what they are asked. */
  async function checked(query: RowQuery): Promise<Record<string, unknown>> {
    const [{ sanitizeQuery }, { validateQuery }] = await Promise.all([
      importFromDirectus<Sanitize>("@directus/api/utils/sanitize-query"),
      importFromDirectus<Validate>("@directus/api/utils/validate-query"),
    ]);
    return { ...validateQuery(await sanitizeQuery(query, await getSchema(), accountability)) };
  }
}

/** The row stays as it is until the transaction ends. */
async function requireSame(
  trx: Knex,
  { collection, id, only }: { collection: string; id: string; only: Row },
): Promise<void> {
  const row = await trx(collection)
    .where({ id })
    .forUpdate()
    .first<Row | undefined>(Object.keys(only));
  if (row && Object.entries(only).every(([field, value]) => row[field] === value)) return;
  throw new AppError(
    "conflict",
    "This has changed since it was shown to you, so it was not changed. Ask for it again and look at it anew.",
  );
}

async function explain<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw asAppError(error);
  }
}

const notItsOwn = () =>
  new AppError(
    "invalid_input",
    "A list here names links that are not this row's. Nothing was changed; leave those out, or make new ones from the rows that they lead to.",
  );

const notThere = (collection: string, cause: unknown) =>
  new AppError(
    "not_found",
    `This row of ${collection} is not there, or is not yours to see. Nothing was changed; search for the one that you mean.`,
    { cause },
  );
