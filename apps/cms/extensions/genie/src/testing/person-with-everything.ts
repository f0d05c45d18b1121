import { roles } from "@genie/schema";
import { call, createUser, type TestDatabase, type TestUser } from "@genie/testing";
import { makeOwnRows, type OwnRows } from "../../../../src/rights/own-rows-of.ts";
import { probedCollections } from "../../../../src/rights/probed-collection.ts";
import { png } from "./pictures.ts";

export type PersonWithEverything = TestUser & {
  rows: OwnRows;
  /** One that is stored, beside the row of one. */
  file: { id: string; name: string; bytes: Buffer };
};

/** A creator with a row in every collection that has owners, each of her texts marked, and a stored picture. */
export async function makePersonWithEverything(
  database: TestDatabase,
): Promise<PersonWithEverything> {
  const user = await createUser({ role: roles.creator.id, first_name: "Robin" });
  const rows = await makeOwnRows(database, await probedCollections(database), {
    user: user.id,
    year: 2031,
  });
  return { ...user, rows, file: await uploadPicture(user, `${rows.marker}.png`) };
}

async function uploadPicture({ token, address }: TestUser, name: string) {
  const bytes = png();
  const form = new FormData();
  form.set("file", new Blob([bytes]), name);
  const made = await call("POST", "/uploads", { token, from: address, body: form });
  if (made.status !== 200) throw new Error(`The picture was not taken: ${made.text}`);
  return { id: (made.data as { id: string }).id, name, bytes };
}
