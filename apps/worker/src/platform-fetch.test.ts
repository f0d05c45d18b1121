import { inSpan } from "@genie/telemetry";
import { expect, it } from "vitest";
import { platformFetch } from "./platform-fetch.ts";

it("a platform is sent what it is to be sent, and nothing about the request that it is for", async () => {
  const sent: unknown[] = [];
  const fetch = platformFetch(async (...call) => {
    sent.push(call);
    return new Response("ok");
  });
  const init = { method: "POST", headers: { authorization: "Bearer x" }, body: "words" };
  const answer = await inSpan("job", { parent: null }, () =>
    fetch("https://platform.example/posts?draft=1", init),
  );
  expect(await answer.text()).toBe("ok");
  expect(sent).toEqual([["https://platform.example/posts?draft=1", init]]);
  expect(init.headers).toEqual({ authorization: "Bearer x" });
});
