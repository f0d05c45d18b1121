import { expect, it } from "vitest";
import type { DirectusClient } from "./create-directus-client.ts";
import { publishSteps } from "./publish-steps.ts";

type Sent = { steps: { step: string; body: { n: number } }[] };

/** A data service that answers when the test says so; requests are noted as the numbers they carry. */
function scene() {
  const requests: number[][] = [];
  const answers: ((results: unknown[] | Error) => void)[] = [];
  const client: DirectusClient = {
    send: async (command) => {
      const { body } = command() as { body: string };
      const { steps } = JSON.parse(body) as Sent;
      requests.push(steps.map(({ body: { n } }) => n));
      const results = await new Promise<unknown[] | Error>((resolve) => answers.push(resolve));
      if (results instanceof Error) throw results;
      return { results } as never;
    },
  };
  const take = publishSteps(client);
  return { requests, answers, ask: (n: number) => take("claim", { n }) };
}

it("a step goes out at once while few are under way", () => {
  const { requests, ask } = scene();
  for (const n of [1, 2, 3]) void ask(n);
  expect(requests).toEqual([[1], [2], [3]]);
});

it("steps that come meanwhile go out together, each with its own answer", async () => {
  const { requests, answers, ask } = scene();
  const asked = [1, 2, 3, 4, 5, 6].map(ask);
  expect(requests).toEqual([[1], [2], [3], [4]]);
  answers[0]?.([{ answer: "one" }]);
  expect(await asked[0]).toBe("one");
  await expect.poll(() => requests.at(-1)).toEqual([5, 6]);
  answers[4]?.([{ answer: "five" }, { status: 409, code: "CONFLICT", message: "Not this one." }]);
  expect(await asked[4]).toBe("five");
  await expect(asked[5]).rejects.toMatchObject({ code: "conflict", message: "Not this one." });
});

it("a request that fails fails for all that it carried, and the next goes out", async () => {
  const { requests, answers, ask } = scene();
  const asked = [1, 2, 3, 4, 5].map(ask);
  answers[0]?.(new Error("away"));
  await expect(asked[0]).rejects.toThrow("away");
  await expect.poll(() => requests.at(-1)).toEqual([5]);
  answers[4]?.([]);
  await expect(asked[4]).rejects.toMatchObject({ code: "internal" });
});

it("carries no more than the data service takes", async () => {
  const { requests, answers, ask } = scene();
  for (let n = 0; n < 50; n += 1) void ask(n);
  answers[0]?.([{ answer: null }]);
  await expect.poll(() => requests.at(4)?.length).toBe(32);
});
