import { createDirectusClient, listAccounts } from "@genie/directus-client";
import { mostRows } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { findAccount } from "./find-account.ts";

describe("findAccount", () => {
  it.each([
    ["ann@example.com", "Ann@Example.COM"],
    [" ANN@example.com ", "ann@example.com"],
    ["ann@BÜCHER.example", "ann@xn--bcher-kva.example"],
    ["ann@xn--bcher-kva.example", "Ann@bücher.example"],
    ["ann@localhost", "Ann@localhost"],
  ])("finds %j, which is stored as %j", async (text, email) => {
    const client = installationWith(["ann@elsewhere.example", email, "anna@example.com"]);
    expect(await findAccount(client, text)).toMatchObject({ email });
  });

  it("finds the one after the thousandth", async () => {
    const emails = Array.from({ length: mostRows + 1 }, (_, index) => `ann@${index}.example`);
    const client = installationWith(emails);
    expect(await findAccount(client, emails[mostRows] ?? "")).toMatchObject({ id: `${mostRows}` });
    expect(await listAccounts(client)).toHaveLength(mostRows + 1);
  });

  it.each(["", "ann", "true", "an_@example.com", "nobody@example.com"])(
    "knows nobody as %j",
    (text) =>
      expect(findAccount(installationWith(["ann@example.com"]), text)).rejects.toMatchObject({
        code: "not_found",
      }),
  );

  it("takes none of several whose addresses differ in spelling alone, but the one that is meant", async () => {
    const client = installationWith(["ann@xn--bcher-kva.example", "ann@bücher.example"]);
    await expect(findAccount(client, "Ann@bücher.example")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("a.example, ann@bücher.example. Nothing was changed."),
    });
    expect(await findAccount(client, "ann@bücher.example")).toMatchObject({ id: "1" });
  });
});

/** Answers as Directus does, at most so many at once. */
function installationWith(emails: string[]) {
  return createDirectusClient({
    url: "http://directus.example",
    fetch: (input) => {
      const { searchParams } = new URL(input instanceof Request ? input.url : input);
      const { filter = "{}", limit, offset } = Object.fromEntries(searchParams);
      const { email } = JSON.parse(filter) as { email: Record<string, string | undefined> };
      const start = email["_istarts_with"] ?? "";
      const data = emails
        .map((address, index) => ({ id: `${index}`, email: address }))
        .filter((user) => user.email.toLowerCase().startsWith(start))
        .slice(Number(offset), Number(offset) + Math.min(Number(limit), mostRows));
      return Promise.resolve(Response.json({ data }));
    },
  });
}
