import { roles } from "@genie/schema";
import { z } from "zod";
import { ownerSeenBy } from "../../caller.ts";
import { gateEnv } from "../../gate-env.ts";
import { defineOperation } from "../define-operation.ts";
import { describeDay } from "./describe-day.ts";
import { hourHasCome, localDay } from "./local-day.ts";
import { readFigures } from "./read-figures.ts";

/**
 * Answers what "Tell one person" takes, once for each person who has something to be told. Whoever
 * asked for it by name is told that there is nothing, too.
 */
export const sumUpDay = defineOperation({
  id: "sum_up_day",
  options: z.strictObject({
    whom: z.enum(["due", "chosen"]),
    hour: z.coerce.number().int().min(0).max(23).default(21),
    personas: z.array(z.uuid()).max(100).nullish(),
  }),
  run: async ({ whom, hour, personas }, { accountability, database, env }) => {
    const now = new Date();
    const owner = ownerSeenBy(accountability);
    const people = await database("user_personas as p")
      .join("directus_users as u", "u.id", "p.user_id")
      .where({ "u.status": "active", "u.role": roles.creator.id })
      .andWhere(owner === null ? {} : { "p.user_id": owner })
      .andWhere((rows) => (whom === "chosen" ? rows.whereIn("p.id", personas ?? []) : rows))
      .select<{ user: string; zone: string }[]>({ user: "p.user_id", zone: "p.timezone" });
    const days = people
      .filter(({ zone }) => whom === "chosen" || hourHasCome(now, zone, hour))
      .map(({ user, zone }) => ({ user, ...localDay(now, zone) }));
    const figures = await readFigures(database, days);
    const { origin } = gateEnv(env);
    return days.flatMap(({ user }) => {
      const day = figures.get(user);
      const words = day && describeDay(day, origin);
      if (!words && whom === "due") return [];
      return [{ recipient: user, ...(words ?? quietDay), collection: null, item: null }];
    });
  },
});

const quietDay = {
  subject: "Your day",
  message: "Nothing went out today, nothing needs you, and nothing is planned for tomorrow.",
};
