import type { Hook, Payload } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { announceUser } from "./announce-user.ts";
import { usersWithoutPersona } from "./users-without-persona.ts";

/**
 * Tells the dashboard of each new user by a signed webhook, so that the persona is made. A webhook
 * that was lost is sent again within a minute.
 */
export const rbacSync: Hook = ({ action, schedule }, { database, env: variables, logger }) => {
  const env = gateEnv(variables);
  const announce = async (users: string[]) => {
    for (const user of users) {
      const result = await announceUser(user, env);
      if (result !== "ok") logger.warn({ user, result }, "the dashboard did not take a new user");
    }
  };

  action("users.create", async ({ key }) =>
    announce(await usersWithoutPersona(database, String(key))),
  );
  // Who was invited or registered has an account from now on.
  action("users.update", async (meta) => {
    const { payload, keys } = meta as { payload: Payload; keys: string[] };
    if (payload["status"] !== "active") return;
    for (const key of keys) await announce(await usersWithoutPersona(database, key));
  });
  schedule("* * * * *", async () => announce(await usersWithoutPersona(database)));
};
