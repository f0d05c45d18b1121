import type { StepTools } from "../step-tools.ts";

/** More posts of one entry are not looked at; it counts as one that is sent then. */
const most = 100;

/** Posts in these send nothing any more, or not as they are. */
const quiet = ["draft", "cancelled", "published"];

/** Whether a post that may yet go out has this entry of the library in it. */
export async function isSent(entry: string, tools: StepTools): Promise<boolean> {
  const links = await tools.rows("scheduled_posts_media").read({
    fields: ["scheduled_posts_id"],
    filter: { scraped_media_id: { _eq: entry } },
    limit: most,
  });
  if (links.length === most) return true;
  const ids = links.map(({ scheduled_posts_id: id }) => id);
  const waits = { status: { _nin: quiet } };
  const found = await Promise.all(
    [{ media_id: { _eq: entry } }, ...(ids.length > 0 ? [{ id: { _in: ids } }] : [])].map(
      (filter) =>
        tools
          .rows("scheduled_posts")
          .read({ fields: ["id"], filter: { ...filter, ...waits }, limit: 1 }),
    ),
  );
  return found.some((rows) => rows.length > 0);
}
