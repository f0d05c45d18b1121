import { blueskyServer, mastodonServer, type OtherServer } from "@genie/testing";
import type { PlatformServer } from "@genie/stack";
import type { Remote } from "./remote.ts";

/** A real Bluesky server. */
export const blueskyRemote = ({ url, adminToken }: PlatformServer): Remote =>
  remoteOf(blueskyServer({ url, token: adminToken }));

/** The double of a Mastodon server. */
export const mastodonRemote = ({ url, adminToken }: PlatformServer): Remote =>
  remoteOf(mastodonServer({ url, token: adminToken }));

function remoteOf(server: OtherServer): Remote {
  const usernames: string[] = [];
  return {
    ...server,
    async createAccount() {
      const account = await server.createAccount();
      usernames.push(account.username);
      return account;
    },
    async captions() {
      const lists = await Promise.all(usernames.map(server.published));
      return lists.flat().map(({ caption }) => caption);
    },
  };
}
