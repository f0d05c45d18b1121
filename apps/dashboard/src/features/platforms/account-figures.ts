import { z } from "zod";
import { formatCount, formatMoney } from "#features/media/format-figures.ts";

const names = ["followers", "following", "posts", "likes"] as const;

const Figures = z.object({
  ...Object.fromEntries(names.map((name) => [name, z.int().nullish().catch(null)])),
  earnings: z.string().nullish().catch(null),
  currency: z.string().nullish().catch(null),
});

export type AccountFigure = { name: (typeof names)[number] | "earnings"; text: string };

/** The figures that the platform shows, ready to read; what it does not show is left out. */
export function accountFigures(stored: Record<string, unknown> | null): AccountFigure[] {
  const figures: Record<string, unknown> = Figures.safeParse(stored ?? {}).data ?? {};
  const { earnings, currency } = figures;
  return [
    ...names.flatMap<AccountFigure>((name) => {
      const count = figures[name];
      return typeof count === "number" ? [{ name, text: formatCount(count) }] : [];
    }),
    ...(typeof earnings === "string"
      ? [
          {
            name: "earnings" as const,
            text: formatMoney(earnings, typeof currency === "string" ? currency : null),
          },
        ]
      : []),
  ];
}
