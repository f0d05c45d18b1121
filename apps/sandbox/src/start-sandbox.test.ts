import { expect, it } from "vitest";
import { createBrowser } from "./testing/create-browser.ts";
import { samplePicture } from "./testing/sample-media.ts";
import { startTestSandbox } from "./testing/start-test-sandbox.ts";

it("a restart keeps posts, media, sessions and armed faults", async () => {
  const first = await startTestSandbox();
  const owner = createBrowser(first.url);
  await owner.logIn();
  const posted = await owner.submit("/compose", { caption: "Kept", media: await samplePicture() });
  await first.admin("POST", "/faults", { kind: "error_before_commit" });
  const before = await first.admin("GET", "/posts");
  await first.close();

  await using second = await startTestSandbox({ dataDir: first.dataDir });
  expect((await second.admin("GET", "/posts")).body).toEqual(before.body);
  const again = createBrowser(second.url);
  again.cookies.set("sandbox_session", owner.cookies.get("sandbox_session") ?? "");
  expect((await again.open(posted.location ?? "")).text).toContain("Kept");
  expect((await again.open(before.body.posts.at(-1)?.media[0]?.href ?? "")).status).toBe(200);
  expect((await again.submit("/compose", { caption: "Refused" })).status).toBe(500);
});

it("the demo accounts get the password of the settings at every start", async () => {
  const first = await startTestSandbox();
  await first.close();
  const demoPassword = "another-password";
  await using second = await startTestSandbox({ dataDir: first.dataDir, demoPassword });
  const login = await createBrowser(second.url).logIn("demo", demoPassword);
  expect(login.location).toBe("/@demo");
});

it("a port that is taken is told in one sentence", async () => {
  await using first = await startTestSandbox();
  const port = Number(new URL(first.url).port);
  await expect(startTestSandbox({ port, dataDir: first.dataDir })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Set SANDBOX_PORT to a free one.`,
  );
});

it("closing does not wait for an answer that hangs", async () => {
  await using sandbox = await startTestSandbox();
  const owner = createBrowser(sandbox.url);
  await owner.logIn();
  await sandbox.admin("POST", "/faults", { kind: "accept_then_hang", ms: 60_000 });
  const told = sandbox.admin("GET", "/events/next?type=committed");
  const answer = owner.submit("/compose", { caption: "Hung" });
  await told;
  await sandbox.close();
  expect((await answer).status).toBe(303);
});
