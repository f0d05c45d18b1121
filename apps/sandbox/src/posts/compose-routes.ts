import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppContext, AppEnv } from "../http/app-env.ts";
import { breakOff } from "../http/apply-faults.ts";
import { isOwnForm } from "../http/csrf.ts";
import { respond, respondExpiredForm, respondNotice } from "../http/respond.ts";
import { needSession, sessionOf } from "../http/session.ts";
import type { Services } from "../services.ts";
import { type ComposeInput, readComposeInput } from "./compose-input.ts";
import { composePage } from "./compose-page.ts";
import { keepFiles } from "./keep-files.ts";
import { formLimitBytes } from "./media-limits.ts";
import { publishWithFaults } from "./publish-with-faults.ts";

/** The form of a new post, and publishing it. */
export function composeRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get("/compose", needSession, (context) => showForm(context, readComposeInput({}), [], 200));

  app.post("/compose", needSession, limitSize, async (context) => {
    const { account_id, username } = sessionOf(context);
    const form = await context.req.parseBody({ all: true });
    if (!isOwnForm(context, form["csrf"])) return respondExpiredForm(services, context);

    const input = readComposeInput(form);
    if (input.problems.length > 0) return showForm(context, input, input.problems, 422);
    const { media, problems } = await keepFiles(services, input.files);
    if (problems.length > 0) return showForm(context, input, problems, 422);

    const post = { ...input, media };
    const outcome = await publishWithFaults(services, { id: account_id, username }, post);
    if (outcome.kind === "error") return showError(context);
    if (outcome.kind === "reset") return breakOff(context);
    return context.redirect(`/posts/${outcome.id}`, 303);
  });

  return app;

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
