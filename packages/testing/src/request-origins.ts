/** Where a request says that it comes from; `undefined` stands for a header that is not sent. */
export type RequestOrigin = { name: string; origin: string | undefined; site: string | undefined };

const sites = ["same-origin", "same-site", "cross-site", "none", undefined];

/**
 * Every pair of Origin and Sec-Fetch-Site that is tried on what writes; `ours` is the origin of our pages.
 * Only those of our own pages may pass with a cookie: our origin, and no other site.
 */
export function requestOrigins(ours: string): RequestOrigin[] {
  const origins = {
    ours,
    other: "https://evil.example",
    "a longer name": `${ours}.evil.example`,
    "another port": `${ours.replace(/:\d+$/, "")}:9999`,
    null: "null",
    missing: undefined,
  };
  return Object.entries(origins).flatMap(([name, origin]) =>
    sites.map((site) => ({ name, origin, site })),
  );
}

/** The headers that say it. */
export function originHeaders({
  origin,
  site,
}: Pick<RequestOrigin, "origin" | "site">): Record<string, string> {
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(site === undefined ? {} : { "sec-fetch-site": site }),
  };
}
