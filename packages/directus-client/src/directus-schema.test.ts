import { createItem, readItems } from "@directus/sdk";
import type { DirectusSchema } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { createDirectusClient } from "./create-directus-client.ts";

describe("the schema's types", () => {
  const { send } = createDirectusClient({ url: "http://directus.example", fetch: answerNothing });

  it("a wrong collection, field or word is an error of the compiler", async () => {
    // @ts-expect-error -- no such collection
    await send(readItems<DirectusSchema, "nope", object>("nope", {}));
    // @ts-expect-error -- no such field
    await send(readItems("scheduled_posts", { fields: ["nope"] }));
    const [post] = await send(readItems("scheduled_posts", { fields: ["id", "generation"] }));
    const generation: number | undefined = post?.generation;
    // @ts-expect-error -- not asked for
    void post?.status;
    // @ts-expect-error -- not one of the states
    await send(createItem("scheduled_posts", { status: "sent" }));
    expect(generation).toBeUndefined();
  });
});

const answerNothing: typeof fetch = () => Promise.resolve(Response.json({ data: [] }));
