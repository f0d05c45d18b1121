/** A post that the demo plans: the caption, when, and which medium of those it is given. */
export type DemoPost = { caption: string; at: Date; medium: number };

const minuteMs = 60_000;

/** One post in two minutes, to see it go out, and three on the next days, at hours of this machine. */
export function demoPosts(now: Date): DemoPost[] {
  const onDay = (days: number, hour: number, minute: number) => {
    const at = new Date(now);
    at.setDate(at.getDate() + days);
    at.setHours(hour, minute, 0, 0);
    return at;
  };
  return [
    {
      caption: "Fresh from my desk, with a cup of tea beside it.",
      at: new Date(now.getTime() + 2 * minuteMs),
      medium: 0,
    },
    { caption: "A walk before work. Which path would you take?", at: onDay(1, 18, 30), medium: 1 },
    { caption: "New colours, same desk.", at: onDay(2, 12, 0), medium: 2 },
    { caption: "Thank you for being here. More soon!", at: onDay(4, 20, 15), medium: 3 },
  ];
}
