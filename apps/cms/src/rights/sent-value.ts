import { type OwnRows, sampleValue } from "./own-rows-of.ts";
import type { ProbedField } from "./probed-collection.ts";

/** A value that a caller sends: like the sample, and such that the rules about its meaning take it. */
export function sentValue(field: ProbedField, own: OwnRows): unknown {
  return meant(own)[field.name] ?? sampleValue(field, own);
}

/** Fields that the rules want in a new row although the database does not. */
export const wantedByRules: Record<string, readonly string[]> = {
  media_jobs: ["input_media_id", "payload"],
};

const meant = ({ marker }: OwnRows): Record<string, unknown> => ({
  platform: "sandbox",
  credentials: { username: marker, password: marker },
  timezone: "Europe/Berlin",
  scrape_frequency: "0 5 * * *",
  payload: { text: marker },
  options: { text: marker },
  rules: { bannedWords: [marker] },
  source_url: `https://${marker}.example`,
});
