import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { panelImages } from "../panel/panel-images.ts";
import type { Change } from "./change.ts";
import type { Api } from "./client.ts";

/** Every picture of the panel that Directus lacks, or has of another release. */
export async function imageChanges(api: Api): Promise<Change[]> {
  const ids = Object.values(panelImages).map(({ id }) => id);
  const live = await api<{ id: string; filename_download: string }[]>(
    "GET",
    `/files?fields=id,filename_download&filter[id][_in]=${ids.join(",")}`,
  );
  const changes = await Promise.all(
    Object.entries(panelImages).map(async ([name, { id, title }]): Promise<Change[]> => {
      const bytes = await readFile(new URL(`../panel/images/${name}.png`, import.meta.url));
      // The name holds what the picture is, as Directus keeps no hash of it.
      const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
      const filename = `${name}-${digest}.png`;
      const current = live.find((file) => file.id === id);
      if (current?.filename_download === filename) return [];
      const form = new FormData();
      // Directus takes the fields that come before the file.
      if (!current) form.set("id", id);
      form.set("title", title);
      form.set("filename_download", filename);
      form.set("file", new Blob([bytes], { type: "image/png" }), filename);
      return [
        {
          what: `${title} ${current ? "differs" : "is missing"}`,
          apply: (a) => a(current ? "PATCH" : "POST", current ? `/files/${id}` : "/files", form),
        },
      ];
    }),
  );
  return changes.flat();
}
