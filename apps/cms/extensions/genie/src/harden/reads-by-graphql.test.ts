import { describe, expect, it } from "vitest";
import { readsByGraphql } from "./reads-by-graphql.ts";

const post = (query: unknown) => readsByGraphql({ method: "POST", body: { query } });

describe("readsByGraphql", () => {
  it.each(["{ scheduled_posts { id } }", "query { a: users { id } }", "query x{users{id}}"])(
    "takes %s",
    (query) => {
      expect(post(query)).toBe(true);
    },
  );

  it.each([
    "mutation { delete_users_item(id: 1) { id } }",
    "query a { users { id } } mutation b { delete_users_item(id: 1) { id } }",
    "subscription { users_mutated { key } }",
    "# mutation\n{ users { id } }",
    "\uFEFFmutation{users_me_tfa_disable}",
    ["mutation { x }"],
    { toString: "mutation" },
    undefined,
  ])("refuses %j", (query) => {
    expect(post(query)).toBe(false);
  });

  it("refuses what comes in an address, and no query at all", () => {
    expect(readsByGraphql({ method: "GET", body: { query: "{ users { id } }" } })).toBe(false);
    expect(readsByGraphql({ method: "POST", body: undefined })).toBe(false);
  });
});
