import type { About, Manifest } from "@genie/stack";

/** What is in a backup and what is not, a sentence each. */
export function describeBackup(about: About, { tables, files }: { tables: number; files: number }) {
  const { product, directus } = about.versions;
  const lines = [
    `Made ${about.made_at} by release ${product} with Directus ${directus}.`,
    `${countOf(tables, "table")}, ${countOf(files, "uploaded file")}, and the keys.`,
  ];
  if (about.bucket !== null) {
    const where = about.bucket.endpoint === null ? "" : ` at ${about.bucket.endpoint}`;
    lines.push(
      `Files that are in the bucket ${about.bucket.name}${where} are not in it: back the bucket up there.`,
    );
  }
  return lines;
}

/** How many uploaded files are among those of a backup. */
export const uploadsOf = ({ entries }: Manifest): number =>
  entries.filter(({ path }) => path.startsWith("uploads/")).length;

export const countOf = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
