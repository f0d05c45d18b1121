import { openHttpPage } from "@genie/page-over-http";
import { createAdapters } from "@genie/platforms/adapters";
import { type SandboxAccount, stackUnderTest } from "@genie/testing";
import { create, type Creator } from "./creator.ts";

/**
 * Signs in to the sandbox as a person would in her own browser, and hands the session over. Answers
 * the value of its cookie.
 */
export async function storeSession(creator: Creator, account: SandboxAccount): Promise<string> {
  const { sandboxUrl } = stackUnderTest();
  const { signal } = new AbortController();
  const adapter = createAdapters({ sandboxUrl }).get("sandbox");
  if (!adapter) throw new Error("There is no sandbox.");
  const page = openHttpPage({ allowedHosts: [...adapter.platform.hosts], signal });
  const openPage = async () => page;
  const context = { username: account.username, cookies: [], openPage, fetch, signal };
  const result = await adapter.logIn(context, account);
  if (result.kind !== "signed_in") throw new Error(result.sentence);
  await create(creator, "platform_sessions", {
    creator_profile_id: creator.profileId,
    platform: "sandbox",
    cookies: result.cookies,
    captured_by: "extension",
  });
  const session = result.cookies.find(({ name }) => name === "sandbox_session");
  if (!session) throw new Error("The sandbox gave no session.");
  return session.value;
}
