/** How lines of one chart are told apart, by more than their colour. */
const looks = [
  { className: "stroke-accent", dots: "fill-accent", dash: undefined },
  { className: "stroke-ink", dots: "fill-ink", dash: "6 4" },
  { className: "stroke-ink-soft", dots: "fill-ink-soft", dash: "1.5 4" },
  { className: "stroke-accent", dots: "fill-accent", dash: "10 4 2 4" },
] as const;

export function lineLook(place: number): (typeof looks)[number] {
  return looks[place % looks.length] ?? looks[0];
}
