import {
  countLookedUp,
  createDirectusClient,
  endStops,
  listPlanned,
  listStops,
  startStop,
  type Stop,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { openInstallation } from "@genie/stack";
import { Command } from "commander";

const shownPosts = 20;

type Options = { platform?: string; reason?: string; anyway?: true; yes?: true };

/** `genie publishing`: whether anything goes out, for everybody. */
export const publishingCommand = new Command("publishing")
  .description("Stop posts from going out, for everybody, and let them go on")
  .addCommand(new Command("status").description("Show what is stopped").action(status))
  .addCommand(
    new Command("stop")
      .description("Send nothing from now on; what is under way is finished")
      .option("--platform <id>", "only to this platform, for example sandbox")
      .option("--reason <sentence>", "shown to creators where they see that their posts wait")
      .action(stop),
  )
  .addCommand(
    new Command("go-on")
      .description(
        "End the stops; posts that waited go out, or wait for their owners when too late",
      )
      .option("--platform <id>", "end only the stop of this platform")
      .option("--anyway", "also while posts from before a restore are still looked up")
      .option("--yes", "after a restore: the posts that go out were looked at")
      .action(goOn),
  );

function client() {
  const { directus, adminToken } = openInstallation().running();
  return createDirectusClient({ url: directus, token: adminToken });
}

async function status(): Promise<void> {
  const stops = await listStops(client());
  if (stops.length === 0) say("Nothing is stopped. Posts go out at their time.");
  for (const stop of stops) {
    say(`Nothing is sent to ${nameOf(stop)} since ${stop.since}. ${stop.reason ?? ""}`.trim());
  }
}

async function stop({ platform, reason = "" }: Options): Promise<void> {
  const directus = client();
  const stops = await listStops(directus);
  const known = stops.find((one) => one.platform === (platform ?? null));
  if (known !== undefined) {
    throw new AppError(
      "conflict",
      `${capital(nameOf(known))} is stopped already. Nothing changed.`,
    );
  }
  await startStop(directus, { platform: platform ?? null, reason: reason === "" ? null : reason });
  say(
    `Nothing is sent to ${platform ?? "any platform"} until you run: npm run genie -- publishing go-on`,
  );
}

async function goOn({ platform, anyway, yes }: Options): Promise<void> {
  const directus = client();
  const stops = await listStops(directus);
  const ended = stops.filter((one) => platform === undefined || one.platform === platform);
  if (ended.length === 0) {
    throw new AppError("not_found", `${platform ?? "Nothing"} is not stopped. Nothing changed.`);
  }
  const [restored] = ended.filter(({ cause }) => cause === "restore");
  if (restored !== undefined && !anyway) await requireSettled(directus);
  if (restored !== undefined && !yes) await requireSeen(directus, restored);
  await endStops(
    directus,
    ended.map(({ id }) => id),
  );
  say("Posts go out again. Those that waited go first.");
}

/** Goes on only when no post of before the restore is looked up any more. */
async function requireSettled(directus: ReturnType<typeof client>): Promise<void> {
  const count = await countLookedUp(directus);
  if (count === 0) return;
  const posts = count === 1 ? "1 post is" : `${count} posts are`;
  throw new AppError(
    "conflict",
    `${posts} still looked up on their platforms. Nothing changed; try again in some minutes, or go on with --anyway.`,
  );
}

/** Lists what goes out after a restore: nothing knows of a post that was moved and sent since the backup. */
async function requireSeen(
  directus: ReturnType<typeof client>,
  { platform, reason }: Stop,
): Promise<void> {
  const { posts, count } = await listPlanned(directus, { platform, limit: shownPosts });
  if (count === 0) return;
  say(reason ?? "The data was restored from a backup.");
  const what = count === 1 ? "1 post goes out" : `${count} posts go out`;
  say(`${what} at the time that was planned when the backup was made, or at once if that is over:`);
  for (const { id, scheduled_for: at, creator_profile_id: account } of posts) {
    say(`  ${at}  ${account.platform} @${account.username}  ${id}`);
  }
  if (count > posts.length) say(`  and ${count - posts.length} later ones`);
  throw new AppError(
    "conflict",
    "If one of them was moved and sent since the backup, it would be sent again. Nothing changed yet: have their creators look, cancel what is out in the calendar, and then go on with --yes.",
  );
}

const nameOf = ({ platform }: Stop) => platform ?? "any platform";
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
