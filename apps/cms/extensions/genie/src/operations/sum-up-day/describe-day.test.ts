import { describe, expect, it } from "vitest";
import { type DayFigures, describeDay } from "./describe-day.ts";

const quiet: DayFigures = { published: 0, failed: 0, unconfirmed: 0, logins: 0, tomorrow: 0 };
const told = (figures: Partial<DayFigures>) =>
  describeDay({ ...quiet, ...figures }, "https://genie.example");

describe("a day in words", () => {
  it("is nothing when nothing was and nothing comes", () => {
    expect(told({})).toBeNull();
  });

  it("tells all that there is, the good first, and where to go", () => {
    const day = told({ published: 3, failed: 1, unconfirmed: 2, logins: 1, tomorrow: 1 });
    expect(day).toEqual({
      subject: "Your day, and what needs you",
      message: [
        "3 posts went out today.",
        "One post did not go out today. Nothing was lost; choose a new time in the calendar.",
        "2 posts may be out or not. Look on the platform; nothing is sent twice.",
        "One account waits for you to sign in: https://genie.example/app/platforms",
        "One post goes out tomorrow.",
        "Your calendar: https://genie.example/app/calendar",
      ].join("\n\n"),
    });
  });

  it("asks for nothing when nothing needs her", () => {
    expect(told({ published: 1, tomorrow: 2 })).toEqual({
      subject: "Your day",
      message:
        "One post went out today.\n\n2 posts go out tomorrow.\n\nYour calendar: https://genie.example/app/calendar",
    });
  });
});
