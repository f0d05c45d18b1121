import type { Knex } from "knex";
import type { DayFigures } from "./describe-day.ts";
import type { LocalDay } from "./local-day.ts";

/** The figures of each person's day, by her id. */
export async function readFigures(
  database: Knex,
  days: readonly ({ user: string } & LocalDay)[],
): Promise<ReadonlyMap<string, DayFigures>> {
  const { rows } = await database.raw<{ rows: ({ user: string } & DayFigures)[] }>(
    `select d."user",
            count(p.id) filter (where p.status = 'published'
              and p.published_at >= d.start and p.published_at < d.next)::int as published,
            count(p.id) filter (where p.status in ('failed', 'missed')
              and p.scheduled_for >= d.start and p.scheduled_for < d.next)::int as failed,
            count(p.id) filter (where p.status = 'unconfirmed')::int as unconfirmed,
            count(p.id) filter (where p.status = 'pending'
              and p.scheduled_for >= d.next and p.scheduled_for < d."afterNext")::int as tomorrow,
            (select count(*)::int from creator_profiles c
              where c.user_id = d."user" and c.connection_status <> 'connected') as logins
       from jsonb_to_recordset(?::jsonb)
            as d("user" uuid, start timestamptz, next timestamptz, "afterNext" timestamptz)
       left join scheduled_posts p on p.user_id = d."user"
      group by d."user"`,
    [JSON.stringify(days)],
  );
  return new Map(rows.map(({ user, ...figures }) => [user, figures]));
}
