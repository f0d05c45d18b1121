import { describe, expect, it } from "vitest";
import { defaultLocale, messagesFor } from "#messages/messages.ts";
import { firstSteps } from "./first-steps.ts";

const messages = messagesFor(defaultLocale);
const viewer = {
  id: "1",
  email: "a@example.com",
  firstName: null,
  isAdmin: false,
  hasTwoFactor: false,
};
const persona = { id: "2", displayName: "Ann", onboardingState: "new", timezone: "UTC" };

describe("firstSteps", () => {
  it("has nothing ticked for a new account", () => {
    const steps = firstSteps({ viewer, persona, tokenCount: 0 }, messages);
    expect(steps.map((step) => step.done)).toEqual([false, false, false]);
  });

  it("has nothing ticked while the persona is still missing", () => {
    expect(firstSteps({ viewer, persona: null, tokenCount: 0 }, messages)[0]?.done).toBe(false);
  });

  it("ticks the time zone once it was chosen, UTC included", () => {
    const chosen = { ...persona, onboardingState: "zone_chosen" };
    const [zone] = firstSteps({ viewer, persona: chosen, tokenCount: 0 }, messages);
    expect(zone).toMatchObject({ done: true, text: "Times are shown in UTC." });
  });

  it("ticks two-factor and tokens by the account's state", () => {
    const careful = { ...viewer, hasTwoFactor: true };
    const steps = firstSteps({ viewer: careful, persona, tokenCount: 2 }, messages);
    expect(steps.map((step) => step.done)).toEqual([false, true, true]);
    expect(steps[2]?.text).toBe("You have 2 tokens.");
  });
});
