import { QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { createQueryClient } from "./create-query-client.ts";

/** Reads a caption; each answer comes when it is let through, with what was stored when it was asked for. */
function scene() {
  let stored = "before";
  const waiting: (() => void)[] = [];
  const client = createQueryClient();
  const read = new QueryObserver(client, {
    queryKey: ["caption"],
    queryFn: () => {
      const answer = stored;
      return new Promise<string>((resolve) => {
        waiting.push(() => resolve(answer));
      });
    },
  });
  const settle = async () => {
    while (waiting.length > 0) {
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const change = () => {
    stored = "after";
    return client.invalidateQueries({ queryKey: ["caption"] });
  };
  return { read, change, settle };
}

it("shows what is stored after a change, though the first answer was still on its way", async () => {
  const { read, change, settle } = scene();
  const leave = read.subscribe(() => undefined);
  void change();
  await settle();
  expect(read.getCurrentResult().data).toBe("after");
  leave();
});

it("shows it to who comes back to a page, too", async () => {
  const { read, change, settle } = scene();
  read.subscribe(() => undefined)();
  await change();
  await settle();
  const leave = read.subscribe(() => undefined);
  await settle();
  expect(read.getCurrentResult().data).toBe("after");
  leave();
});
