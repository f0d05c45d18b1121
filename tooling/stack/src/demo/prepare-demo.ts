import {
  changeAccount,
  createActiveUser,
  createDirectusClient,
  createPost,
  createProfile,
  createScrapeJob,
  createMediaJobs,
  type DirectusClient,
  listAccounts,
  listJobs,
  listLibrary,
  listPosts,
  listProfiles,
  type Media,
  type Profile,
  readOwnPersona,
  readViewer,
  requestAccessToken,
  updatePersona,
  type Viewer,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { roles } from "@genie/schema";
import { demoPosts } from "./demo-posts.ts";
import { followJob, until } from "./follow-job.ts";

export type DemoStack = {
  directusUrl: string;
  adminToken: string;
  /** Of the demo creator. */
  email: string;
  password: string;
  /** Her account on the sandbox. */
  account: { username: string; password: string };
  tell: (line: string) => void;
  signal: AbortSignal;
};

type Creator = { client: DirectusClient; viewer: Viewer };

/**
 * Makes a creator whose sandbox account is connected and read, with a watermarked copy and posts to come.
 * What is there already is left as it is. Throws `upstream_unavailable` when a job of hers fails.
 */
export async function prepareDemo(stack: DemoStack): Promise<{ nextPost: Date | null }> {
  const creator = await ensureCreator(stack);
  await chooseZone(creator, stack);
  const profile = await ensureProfile(creator, stack);
  if (profile.lastScrapedAt === null) await scrapeProfile(creator, profile, stack);
  const copy = await ensureWatermark(creator, stack);
  await ensurePosts(creator, profile, copy);
  const [next] = await listPlanned(creator);
  return { nextPost: next?.scheduledFor ? new Date(next.scheduledFor) : null };
}

async function ensureCreator({
  directusUrl: url,
  adminToken,
  email,
  password,
}: DemoStack): Promise<Creator> {
  const admin = createDirectusClient({ url, token: adminToken });
  const stranger = createDirectusClient({ url });
  const roleId = roles.creator.id;
  const made = await createActiveUser(admin, { email, password, firstName: "Maya", roleId });
  let token = await requestAccessToken(stranger, { email, password });
  if (token === null && made === "exists") {
    // Somebody tried out how a password is changed; the one that is printed has to work.
    const known = (await listAccounts(admin, email)).find((one) => one.email === email);
    if (known !== undefined) await changeAccount(admin, known.id, { password });
    token = await requestAccessToken(stranger, { email, password });
  }
  if (token === null) {
    throw new AppError("unauthenticated", `${email} can't sign in. Run \`npm run demo -- reset\`.`);
  }
  const client = createDirectusClient({ url, token });
  return { client, viewer: await readViewer(client) };
}

async function chooseZone({ client, viewer }: Creator, { signal }: DemoStack): Promise<void> {
  const persona = await until(() => readOwnPersona(client, viewer), signal);
  if (persona.onboardingState !== "new") return;
  await updatePersona(client, persona.id, { timezone: ownZone(), onboardingState: "zone_chosen" });
}

async function ensureProfile(
  { client, viewer }: Creator,
  { account }: DemoStack,
): Promise<Profile> {
  const find = async () =>
    (await listProfiles(client, viewer)).find(
      ({ platform, username }) => platform === "sandbox" && username === account.username,
    );
  const known = await find();
  if (known !== undefined) return known;
  await createProfile(client, {
    platform: "sandbox",
    username: account.username,
    credentials: account,
    timezone: ownZone(),
  });
  const made = await find();
  if (made === undefined) throw new AppError("internal", "The demo's account was not kept.");
  return made;
}

async function scrapeProfile(
  { client, viewer }: Creator,
  profile: Profile,
  { tell, signal }: DemoStack,
): Promise<void> {
  const [running] = await listJobs(client, viewer, {
    kind: "scrape_profile",
    statuses: ["queued", "active"],
    limit: 1,
  });
  const id = running?.id ?? (await createScrapeJob(client, profile.id));
  await followJob({ client, viewer }, id, { title: "Reading the sandbox profile", tell, signal });
}

async function ensureWatermark(
  { client, viewer }: Creator,
  { account, tell, signal }: DemoStack,
): Promise<Media | undefined> {
  const find = async () =>
    (await listLibrary(client, { source: ["derived"] }, { limit: 1 })).media[0];
  const known = await find();
  if (known !== undefined) return known;
  const best = await bestPictures(client);
  if (best[0] === undefined) return undefined;
  const ids = await createMediaJobs(client, [best[0].id], {
    work: "watermark",
    options: { text: `@${account.username}`, opacity: 0.7 },
  });
  for (const id of ids)
    await followJob({ client, viewer }, id, { title: "Watermarking a picture", tell, signal });
  return find();
}

async function ensurePosts(
  creator: Creator,
  profile: Profile,
  copy: Media | undefined,
): Promise<void> {
  if ((await listPlanned(creator)).length > 0) return;
  const pictures = await bestPictures(creator.client);
  const media = copy === undefined ? pictures : [copy, ...pictures.slice(1)];
  for (const { caption, at, medium } of demoPosts(new Date())) {
    const chosen = media[medium];
    await createPost(creator.client, {
      profileId: profile.id,
      caption,
      mediaIds: chosen === undefined ? [] : [chosen.id],
      scheduledFor: at.toISOString(),
      timezone: ownZone(),
      status: "pending",
    });
  }
}

function listPlanned({ client, viewer }: Creator) {
  return listPosts(client, viewer, { states: ["pending", "publishing"], from: new Date() });
}

async function bestPictures(client: Creator["client"]): Promise<Media[]> {
  const { media } = await listLibrary(
    client,
    { kind: ["image"], source: ["scraped"], order: "likes" },
    { limit: 4 },
  );
  return media;
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
