import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppContext, AppEnv } from "../http/app-env.ts";
import { waitOrClose } from "../http/apply-faults.ts";
import { isOwnForm } from "../http/csrf.ts";
import { respond, respondExpiredForm, respondNotice } from "../http/respond.ts";
import { needSession, sessionOf } from "../http/session.ts";
import type { StoredFile } from "../media/file-store.ts";
import { inspectMedia } from "../media/inspect-media.ts";
import type { Services } from "../services.ts";
import { type ComposeInput, readComposeInput } from "./compose-input.ts";
import { composePage } from "./compose-page.ts";
import { formLimitBytes, tooLarge } from "./media-limits.ts";
import { publishPost } from "./publish-post.ts";

/** The form of a new post, and publishing it. */
export function composeRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { faults, posts } = services;

  app.get("/compose", needSession, (context) => showForm(context, readComposeInput({}), [], 200));

  app.post("/compose", needSession, limitSize, async (context) => {
    const { account_id, username } = sessionOf(context);
    const form = await context.req.parseBody({ all: true });
    if (!isOwnForm(context, form["csrf"])) return respondExpiredForm(services, context);

    const input = readComposeInput(form);
    if (input.problems.length > 0) return showForm(context, input, input.problems, 422);
    const { media, problems } = await keepFiles(input.files);
    if (problems.length > 0) return showForm(context, input, problems, 422);

    const { idempotencyKey } = input;
    const known = idempotencyKey !== null && posts.findByKey(account_id, idempotencyKey);
    if (!known && faults.take("error_before_commit", { username })) return showError(context);
    const post = publishPost(services, { id: account_id, username }, { ...input, media });
    if (post.committed) {
      const hang = faults.take("accept_then_hang", { username });
      if (hang) await waitOrClose(services, hang.ms);
      if (faults.take("error_after_commit", { username })) return showError(context);
    }
    return context.redirect(`/posts/${post.id}`, 303);
  });

  return app;

  /** Puts the files on the disk, or tells what is wrong with them. */
  async function keepFiles(files: File[]): Promise<{ media: StoredFile[]; problems: string[] }> {
    const media: StoredFile[] = [];
    const problems: string[] = [];
    for (const file of files) {
      const bytes = Buffer.from(await file.arrayBuffer());
      const format = await inspectMedia(bytes);
      if (format === null) {
        problems.push(`${file.name} is no photo or MP4 video that can be read.`);
        continue;
      }
      const wrong = tooLarge(file.name, file.size, format.kind);
      problems.push(...wrong);
      if (problems.length === 0) media.push(await services.files.write(bytes, format));
    }
    return { media, problems };
  }

  function showForm(
    context: AppContext,
    input: ComposeInput,
    problems: string[],
    status: 200 | 413 | 422,
  ) {
    const page = composePage({ ...input, problems, csrf: context.var.csrf });
    return respond(services, context, "New post", page, status);
  }

  function showError(context: AppContext) {
    const sentence = "Something went wrong on our side. Try again later.";
    return respondNotice(services, context, 500, "Something went wrong", sentence);
  }

  function limitSize(context: AppContext, next: () => Promise<void>) {
    const problems = ["The files are too large. Photos may have 10 MB, videos 50 MB."];
    const onError = () => showForm(context, readComposeInput({}), problems, 413);
    return bodyLimit({ maxSize: formLimitBytes, onError })(context, next);
  }
}
