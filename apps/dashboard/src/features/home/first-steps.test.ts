import { describe, expect, it } from "vitest";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { firstSteps } from "./first-steps.ts";

const messages = messagesFor(defaultLocale);
const nothing = { profiles: [], mediaCount: 0, scheduledCount: 0 };

describe("firstSteps", () => {
  it("has nothing ticked for a new account", () => {
    expect(firstSteps(nothing, messages).map(({ done }) => done)).toEqual([false, false, false]);
  });

  it("ticks the account once its log-in was accepted", () => {
    const waiting = { ...nothing, profiles: [{ connection: "needs_login" as const }] };
    expect(firstSteps(waiting, messages)[0]?.done).toBe(false);
    const connected = { ...nothing, profiles: [{ connection: "connected" as const }] };
    expect(firstSteps(connected, messages)[0]).toMatchObject({
      done: true,
      text: "One account is connected.",
    });
  });

  it("ticks library and post by what there is", () => {
    const steps = firstSteps({ ...nothing, mediaCount: 214, scheduledCount: 1 }, messages);
    expect(steps.map(({ done }) => done)).toEqual([false, true, true]);
    expect(steps[1]?.text).toBe("214 entries are in it.");
  });
});
