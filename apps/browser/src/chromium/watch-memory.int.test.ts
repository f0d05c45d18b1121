import { expect, it } from "vitest";
import { page, startSite } from "../testing/start-site.ts";
import { startTestService } from "../testing/start-test-service.ts";

const signal = new AbortController().signal;

it("a page that takes too much memory ends its session, and no other", async () => {
  const hungry = `<script>
    const taken = [];
    const take = () => {
      taken.push(new Uint8Array(20_000_000).fill(1));
      if (taken.length < 200) setTimeout(take, 20);
    };
    setTimeout(take);
  </script>`;
  await using site = await startSite({
    "/": page("Home", ""),
    "/hungry": page("Hungry", hungry),
    "/hang": () => {},
  });
  await using service = await startTestService({ sessionMaxMb: 700 });
  const open = () => service.client.startSession({ allowed_hosts: [site.host] }, signal);
  const [frugal, greedy] = await Promise.all([open(), open()]);
  await frugal.navigate(site.url);
  await greedy.navigate(`${site.url}/hungry`);
  const tooMuch = {
    code: "upstream_unavailable",
    message: expect.stringContaining("more than 700 MB of memory"),
  };
  await expect(
    greedy.act({ action: "click", target: { css: "#never" }, timeout_ms: 60_000 }),
  ).rejects.toMatchObject(tooMuch);
  await expect(greedy.state()).rejects.toMatchObject(tooMuch);
  expect(await frugal.state()).toMatchObject({ title: "Home" });
  await frugal.close();
});
