import { randomBytes } from "node:crypto";
import { roles } from "@genie/schema";
import {
  call,
  createUser,
  isWhole,
  openDatabase,
  originHeaders,
  type RequestOrigin,
  requestOrigins,
  someAddress,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCmsProgram } from "../../../../src/drift/cms-program.ts";
import { listedWrites } from "./listed-writes.ts";

const ours = new URL(stackUnderTest().dashboardUrl ?? "").origin;
const proofs = ["cookie", "bearer", "cookie and a header that is no bearer", "nothing"] as const;

type Combination = RequestOrigin & { proof: (typeof proofs)[number] };

const matrix: Combination[] = requestOrigins(ours).flatMap((from) =>
  proofs.map((proof) => ({ ...from, proof })),
);

/** Who is let through, as far as it is about where a request comes from. */
function mayPass({ origin, site, proof }: Omit<Combination, "name">): boolean {
  if (proof === "bearer") return true;
  const isOurSite = site === "same-origin" || site === undefined;
  const fromUs = origin === ours && isOurSite;
  // Of a stranger nothing is written; a program sends neither.
  return proof === "nothing" ? fromUs || (origin === undefined && isOurSite) : fromUs;
}

const foreign = "came from another site";

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

  it.each(matrix)("from $name, Sec-Fetch-Site $site, by $proof", async (combination) => {
    const { proof } = combination;
    const expected = mayPass(combination);
    const name = randomBytes(6).toString("hex");
    const answer = await call("PATCH", "/users/me", {
      from: user.address,
      body: { first_name: name },
      headers: { ...originHeaders(combination), ...headersOf(proof) },
    });
    const refusedAsForeign = answer.text.includes(foreign);
    expect(refusedAsForeign).toBe(!expected);
    const { rows } = await database.query("select first_name from directus_users where id = $1", [
      user.id,
    ]);
    expect(rows[0]?.first_name === name).toBe(expected && proof !== "nothing");
  });

  it.each(matrix.filter(({ proof }) => proof === "cookie"))(
    "is not a read: GET from $name, Sec-Fetch-Site $site, is answered",
    async (combination) => {
      const { status } = await call("GET", "/users/me", {
        from: user.address,
        headers: { ...originHeaders(combination), cookie },
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

describe("every route that writes", () => {
  let routes: string[];
  let live: string;
  let program: string;

  beforeAll(async () => {
    const { code, output, errors } = await runCmsProgram("testing/print-routes.ts", {
      env: { QUEUES_DATABASE_URL: stackUnderTest().queuesDatabaseUrl },
    });
    if (code !== 0) throw new Error(`The routes could not be listed. ${errors}`);
    routes = JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
    const user = await createUser({ role: roles.creator.id });
    const { email, password, address: from } = user;
    const body = { email, password, mode: "session" };
    const session = await call("POST", "/auth/login", { from, body });
    live = session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const made = await call("POST", "/tokens", {
      token: user.token,
      from,
      // A token that asks first gets as far as this rule, and changes nothing.
      body: { name: "a program", scopes: ["write"], expires_in_days: 1, asks_first: true },
    });
    ({ token: program } = made.data as { token: string });
  }, startsWithinMs);

  it("is one that somebody has looked at: a new one belongs into listed-writes.ts", () => {
    expect(routes).toEqual(listed.filter((route) => !handlers.has(route)));
  });

  it(
    "is refused to other sites, and to nobody else for that reason",
    async () => {
      const surprises: string[] = [];
      let asked = 0;
      await inParallel(listed.entries(), async ([index, route]) => {
        const { method, path, isPage } = exampleOf(route);
        if (isPage) return;
        for (const combination of combinationsFor(index)) {
          const answer = await ask(method, path, combination);
          asked += 1;
          const passes = mayPass(combination) || redeems(path, combination);
          const asExpected = passes
            ? !answer.text.includes(foreign)
            : answer.status === 403 && (answer.text.includes(foreign) || isClosed(path));
          if (!asExpected) {
            const { name, site, proof } = combination;
            surprises.push(`${route} from ${name}, ${site}, by ${proof}: ${answer.status}`);
          }
        }
      });
      process.stdout.write(
        `Foreign writes: ${listed.length} routes, ${asked} requests, ${surprises.length} surprises\n`,
      );
      expect(surprises).toEqual([]);
    },
    asksWithinMs,
  );

  /** What is to be refused comes with a session that is good; what passes can do nothing. */
  function ask(method: string, path: string, combination: Combination) {
    const { proof } = combination;
    const cookie = mayPass(combination) ? "directus_refresh_token=none" : live;
    return call(method, path, {
      from: someAddress(),
      body: {},
      headers: {
        ...originHeaders(combination),
        ...(proof === "bearer" && { authorization: `Bearer ${program}` }),
        ...(proof.startsWith("cookie") && { cookie }),
        ...(proof.startsWith("cookie and") && { authorization: "Basic YWxpY2U6eA==" }),
      },
    });
  }
});

// For hangs alone: Directus starts for it, without listening, and the whole is 25,000 requests.
const startsWithinMs = 180_000;
const asksWithinMs = 3_600_000;

/** `npm test` asks a few of each route, all of them over the routes; `npm run proof` asks all of each. */
function combinationsFor(index: number): Combination[] {
  if (isWhole()) return matrix;
  return Array.from(
    { length: perRoute },
    (_value, n) => matrix[(index * perRoute + n) % matrix.length],
  ).filter((combination) => combination !== undefined);
}

const listed = Object.entries(listedWrites)
  .flatMap(([path, methods]) => methods.split(" ").map((method) => `${method} ${path}`))
  .toSorted();

/** Answers below its path without being a route, so the router does not tell. */
const handlers: ReadonlySet<string> = new Set(["ANY /graphql"]);

const perRoute = 5;
const anyId = "00000000-0000-4000-8000-000000000000";

function exampleOf(route: string) {
  const [method = "", pattern = ""] = route.split(" ");
  return {
    method: method === "ANY" ? "POST" : method,
    path: pattern.replaceAll(/:[a-z]+/gi, anyId).replaceAll("*", "x"),
    // The panel's own page, whatever the method.
    isPage: pattern.startsWith("/admin"),
  };
}

/** Nothing gets as far as the rule: no request at all is answered there. */
const isClosed = (path: string) => path.startsWith("/deployments/webhooks");

/** An extension's origin is never ours; its code vouches for it. */
const redeems = (path: string, { origin, proof }: Combination) =>
  path === "/pairings/redeem" && proof === "nothing" && origin === undefined;

async function inParallel<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const runner = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 8 }, runner));
}
