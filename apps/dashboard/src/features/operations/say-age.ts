type Words = Record<"hours" | "minutes" | "seconds", (count: number) => string>;

/** How long something has waited, in the largest unit of which it is at least two. */
export function sayAge(ageMs: number, words: Words): string {
  const seconds = ageMs / 1_000;
  if (seconds < 120) return words.seconds(seconds);
  const minutes = seconds / 60;
  return minutes < 120 ? words.minutes(minutes) : words.hours(minutes / 60);
}
