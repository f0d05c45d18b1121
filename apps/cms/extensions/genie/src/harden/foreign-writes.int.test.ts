import { randomBytes } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ours = new URL(stackUnderTest().dashboardUrl ?? "").origin;
const origins = {
  ours,
  other: "https://evil.example",
  "another port": ours.replace(/:\d+$/, ":9999"),
  null: "null",
  missing: undefined,
};
const sites = ["same-origin", "same-site", "cross-site", "none", undefined];
const proofs = ["cookie", "bearer", "cookie and a header that is no bearer", "nothing"] as const;

const matrix = Object.entries(origins).flatMap(([name, origin]) =>
  sites.flatMap((site) => proofs.map((proof) => ({ name, origin, site, proof }))),
);

describe("a write", () => {
  const database = openDatabase();
  let user: TestUser;
  let cookie: string;

  beforeAll(async () => {
    user = await createUser({ role: roles.creator.id });
    const { email, password, address: from } = user;
    const session = await call("POST", "/auth/login", {
      from,
      body: { email, password, mode: "session" },
    });
    cookie = session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  });
  afterAll(async () => {
    await database.end();
  });

  it.each(matrix)(
    "from $name, Sec-Fetch-Site $site, by $proof",
    async ({ origin, site, proof }) => {
      const fromUs = origin === ours && (site === "same-origin" || site === undefined);
      const noBrowser = origin === undefined && site === undefined;
      const fromNobodyElse =
        (origin === ours || origin === undefined) && (site === "same-origin" || site === undefined);
      const expected = {
        cookie: fromUs,
        bearer: true,
        "cookie and a header that is no bearer": fromUs,
        // Nobody is signed in, so nothing is written; what counts is who refuses.
        nothing: fromNobodyElse || noBrowser,
      }[proof];
      const name = randomBytes(6).toString("hex");
      const answer = await call("PATCH", "/users/me", {
        from: user.address,
        body: { first_name: name },
        headers: {
          ...(origin === undefined ? {} : { origin }),
          ...(site === undefined ? {} : { "sec-fetch-site": site }),
          ...headersOf(proof),
        },
      });
      const refusedAsForeign = answer.text.includes("came from another site");
      expect(refusedAsForeign).toBe(!expected);
      const { rows } = await database.query("select first_name from directus_users where id = $1", [
        user.id,
      ]);
      expect(rows[0]?.first_name === name).toBe(expected && proof !== "nothing");
    },
  );

  it.each(matrix.filter(({ proof }) => proof === "cookie"))(
    "is not a read: GET from $name, Sec-Fetch-Site $site, is answered",
    async ({ origin, site }) => {
      const { status } = await call("GET", "/users/me", {
        from: user.address,
        headers: {
          ...(origin === undefined ? {} : { origin }),
          ...(site === undefined ? {} : { "sec-fetch-site": site }),
          cookie,
        },
      });
      expect(status).toBe(200);
    },
  );

  it("by form, as another site can send it without asking, is refused", async () => {
    const { status } = await call("POST", "/auth/logout", {
      body: "mode=session",
      headers: {
        cookie,
        origin: "http://sandbox.localhost:4000",
        "content-type": "application/x-www-form-urlencoded",
      },
    });
    expect(status).toBe(403);
    const { status: still } = await call("GET", "/users/me", { headers: { cookie } });
    expect(still).toBe(200);
  });

  function headersOf(proof: (typeof proofs)[number]): Record<string, string> {
    if (proof === "bearer") return { authorization: `Bearer ${user.token}` };
    if (proof === "nothing") return {};
    const basic = proof === "cookie" ? {} : { authorization: "Basic YWxpY2U6eA==" };
    return { cookie, ...basic };
  }
});
