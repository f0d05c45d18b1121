import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Html } from "../pages/html.ts";
import { layout } from "../pages/layout.ts";
import { noticePage } from "../pages/notice.ts";
import { shuffleMarkup } from "../pages/shuffled/shuffle-markup.ts";
import type { Skin } from "../pages/skins/skin.ts";
import { skins } from "../pages/skins/skins.ts";
import type { Services } from "../services.ts";
import type { AppContext } from "./app-env.ts";

/** Answers with a page in the skin of the moment. */
export function respond(
  { faults }: Services,
  context: AppContext,
  title: string,
  content: (skin: Skin) => Html,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  const username = context.var.session?.username ?? null;
  const name = faults.take("skin", { username })?.skin ?? "classic";
  const isEndless = faults.take("endless_lists", { username }) !== undefined;
  const frame = { title, skin: name, username, isEndless, csrf: context.var.csrf };
  const page = layout(frame, content(skins[name]));
  const shuffled = faults.take("shuffled_markup", { username });
  if (!shuffled) return context.html(page, status);
  const shuffle = (whole: string) => context.html(shuffleMarkup(whole, shuffled.seed), status);
  return Promise.resolve(page).then((whole) => shuffle(whole.toString()));
}

/** Answers with a page that says why there is nothing else. */
export function respondNotice(
  services: Services,
  context: AppContext,
  status: ContentfulStatusCode,
  heading: string,
  sentence: string,
): Response | Promise<Response> {
  return respond(services, context, heading, () => noticePage(heading, sentence), status);
}

export function respondNotFound(services: Services, context: AppContext) {
  return respondNotice(services, context, 404, "Not found", "There is no such page here.");
}

export function respondExpiredForm(services: Services, context: AppContext) {
  const sentence =
    "This form has expired and nothing was saved. Go back, reload the page and try again.";
  return respondNotice(services, context, 403, "That did not work", sentence);
}
