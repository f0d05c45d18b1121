import type { SetBackAnswer, SetBackRequest } from "@genie/schema";
import { expect, it } from "vitest";
import { keptLog } from "../testing/kept-log.ts";
import { checkForRestore } from "./check-for-restore.ts";

const goesOn: SetBackAnswer = { set_back: false, ask_again: false, intent_no: 7 };
const again: SetBackAnswer = { ...goesOn, ask_again: true };

/** One check of a worker that remembers `last`, with a gate that answers what `answer` says. */
async function check(
  last: number | null,
  answer: (request: SetBackRequest, asked: number) => SetBackAnswer,
) {
  const requests: SetBackRequest[] = [];
  const noted: number[] = [];
  const { log, lines } = keptLog();
  let pauses = 0;
  await checkForRestore({
    memory: { last: async () => last, note: async (intentNo) => void noted.push(intentNo) },
    ask: async (request) => {
      requests.push(request);
      return answer(request, requests.length);
    },
    log,
    pause: async () => {
      pauses += 1;
    },
  });
  return { requests, noted, pauses, lines: lines.join("") };
}

it("a worker that remembers asks once and waits for nobody", async () => {
  const { requests, noted, pauses } = await check(5, () => goesOn);
  expect(requests).toEqual([{ intent_no: 5, can_wait: false }]);
  expect([noted, pauses]).toEqual([[7], 0]);
});

it("one without memory goes on as soon as another that remembers has come", async () => {
  const { requests, noted, pauses, lines } = await check(null, (_request, asked) =>
    asked < 4 ? again : goesOn,
  );
  expect(requests.every(({ can_wait: canWait }) => canWait)).toBe(true);
  expect([requests.length, pauses, noted]).toEqual([4, 3, [7]]);
  expect(lines).not.toContain("set back");
});

it("one that hears of nobody for a minute takes the database for a copy", async () => {
  const { requests, pauses, noted, lines } = await check(null, ({ can_wait: canWait }) =>
    canWait ? again : { ...goesOn, set_back: true },
  );
  expect(pauses).toBe(30);
  expect(requests.filter(({ can_wait: canWait }) => !canWait)).toEqual([
    { intent_no: null, can_wait: false },
  ]);
  expect(noted).toEqual([7]);
  expect(lines).toContain("the database was set back");
});
