import { AppError, messageForPeople } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import type { CheckResult } from "@genie/schema";
import type { OpenAccount, WithAccount } from "../accounts/account-session.ts";
import type { JobRecords } from "./job-records.ts";
import { workOnJob } from "./work-on-job.ts";

type Step = CheckResult["steps"][number];

export type VerifyServices = {
  jobs: JobRecords;
  withAccount: WithAccount;
  recordPassed: (passed: { platform: string; version: number; profileId: string }) => Promise<void>;
  log: Logger;
};

/**
 * Sees whether a platform can be read with an account that is connected: it signs in, reads the figures and
 * the first page of posts and fans, keeps none of it and changes nothing there. When all goes well the
 * platform is no longer experimental.
 */
export function verifyPlatformHandler(services: VerifyServices): Handlers["verify-platform"] {
  return (run) =>
    workOnJob(services, run, async ({ profileId }, progress) => {
      if (profileId === null) throw gone();
      let platform: OpenAccount["adapter"]["platform"] | null = null;
      const steps: Step[] = [];
      try {
        await services.withAccount(profileId, run.signal, async (account) => {
          ({ platform } = account.adapter);
          steps.push({ step: "session", passed: true, sentence: "The session holds." });
          for (const step of readings(account)) {
            await progress(25 * steps.length);
            steps.push(await step);
            run.signal.throwIfAborted();
          }
        });
      } catch (error) {
        if (run.signal.aborted) throw error;
        // What is read says for itself how it went, so this is the log-in.
        steps.unshift({ step: "session", passed: false, sentence: messageForPeople(error) });
      }
      const passed = steps.every((step) => step.passed);
      if (passed && platform !== null) await services.recordPassed(recordOf(platform, profileId));
      return { result: { passed, steps } satisfies CheckResult };
    });
}

function* readings({ adapter, context }: OpenAccount): Iterable<Promise<Step>> {
  yield tryOut("figures", async () => {
    await adapter.scrapeProfile(context);
    return "The figures of the profile can be read.";
  });
  yield tryOut("posts", async () => {
    const count = await countFirst(adapter.listPosts(context));
    if (count === 0) throw nothingThere("posts");
    return `The first page of posts can be read; it has ${count}.`;
  });
  const { listFans } = adapter;
  if (listFans === undefined) return;
  yield tryOut("fans", async () => {
    const count = await countFirst(listFans(context));
    if (count === 0) throw nothingThere("fans");
    return `The first page of fans can be read; it has ${count}.`;
  });
}

async function tryOut(step: Step["step"], read: () => Promise<string>): Promise<Step> {
  try {
    return { step, passed: true, sentence: await read() };
  } catch (error) {
    return { step, passed: false, sentence: messageForPeople(error) };
  }
}

async function countFirst(pages: AsyncIterable<readonly unknown[]>): Promise<number> {
  for await (const page of pages) return page.length;
  return 0;
}

function recordOf({ id, version }: OpenAccount["adapter"]["platform"], profileId: string) {
  return { platform: id, version, profileId };
}

function nothingThere(what: string): AppError {
  return new AppError(
    "not_found",
    `This account has no ${what}, so nobody can tell whether they would be read. Check with an account that has some.`,
  );
}

function gone(): AppError {
  return new AppError("not_found", "The account of this job was removed. Nothing was done for it.");
}
