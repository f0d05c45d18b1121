import { z } from "zod";
import type { AccountBrowser } from "../step-tools.ts";

/** Where a browser is after a step, as steps answer it. */
export const Page = z.strictObject({
  url: z.string(),
  title: z.string(),
  status: z.int().nullable(),
});

/** What a page says of itself, without what only drivers need. */
export const pageOf = ({
  url,
  title,
  status,
}: Awaited<ReturnType<AccountBrowser["navigate"]>>): z.input<typeof Page> => ({
  url,
  title,
  status,
});

/** Pages that are not on this machine's own loopback are asked for by https. */
export const PageUrl = z
  .url({ protocol: /^https?$/, error: "is the address of a web page" })
  .max(2048);
