import type { Context } from "hono";

/** The fields of a body in any of the ways that Mastodon takes; `name[]` is a list. */
export async function readBody({ req }: Context): Promise<Record<string, unknown>> {
  const type = req.header("content-type") ?? "";
  if (type.includes("json")) return req.json<Record<string, unknown>>();
  const fields = await req.parseBody({ all: true });
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) =>
      name.endsWith("[]") ? [name.slice(0, -2), [value].flat()] : [name, value],
    ),
  );
}
