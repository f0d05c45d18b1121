import { customEndpoint, readItems } from "@directus/sdk";
import type {
  Classification,
  ClassifyStatusAnswer,
  CorrectAnswer,
  Corrections,
  TaxonomyInsightsAnswer,
  TaxonomyInsightsRequest,
} from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** How an entry is classified, and what its creator says of that; null until it has been classified. */
export type EntryClassification = {
  classification: Classification | null;
  corrections: Corrections;
  /** It changed since, and is classified again soon. */
  isDue: boolean;
};

/** Null when the entry is not the caller's, or is gone. */
export async function readClassification(
  client: DirectusClient,
  mediaId: string,
): Promise<EntryClassification | null> {
  const [row] = await client.send(
    readItems("scraped_media", {
      fields: ["taxonomy_concepts", "taxonomy_corrections", "classified_at"],
      filter: { id: { _eq: mediaId } },
      limit: 1,
    }),
  );
  if (row === undefined) return null;
  return {
    classification: row.taxonomy_concepts,
    corrections: { ...noCorrections, ...row.taxonomy_corrections },
    isDue: row.classified_at === null,
  };
}

const noCorrections: Corrections = { concepts: {}, added: [], removed: [] };

/** Puts these corrections in the place of those before, and classifies the entry at once. */
export async function correctClassification(
  client: DirectusClient,
  mediaId: string,
  corrections: Corrections,
): Promise<EntryClassification> {
  const answer = await post<CorrectAnswer>(client, "correct", { id: mediaId, corrections });
  return { ...answer, isDue: false };
}

/** Whose entries: the caller's own where nothing is said; the others are an administrator's to ask for. */
export type ClassifyScope = { owner?: string; everybody?: true };

/** Lets entries be classified again; `outdated`: only those that another mapping than today's was used for. */
export async function reclassifyLibrary(
  client: DirectusClient,
  scope: ClassifyScope & { outdated?: boolean } = {},
): Promise<ClassifyStatusAnswer> {
  return post<ClassifyStatusAnswer>(client, "reclassify", scope);
}

/** How many entries there are, are due, and are out of date. */
export async function readClassifyStatus(
  client: DirectusClient,
  scope: ClassifyScope = {},
): Promise<ClassifyStatusAnswer> {
  return post<ClassifyStatusAnswer>(client, "status", scope);
}

/** What earns and engages on each platform, with how many posts say so. */
export async function readTaxonomyInsights(
  client: DirectusClient,
  request: TaxonomyInsightsRequest,
): Promise<TaxonomyInsightsAnswer> {
  return post<TaxonomyInsightsAnswer>(client, "insights", request);
}

function post<Answer>(client: DirectusClient, step: string, body: object): Promise<Answer> {
  return client.send(
    customEndpoint<Answer>({
      method: "POST",
      path: `/taxonomy/${step}`,
      body: JSON.stringify(body),
    }),
  );
}
