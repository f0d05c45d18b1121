import type { ConceptSlug } from "./concepts.ts";

/** The six concepts, in their order. */
export const dimensions = [
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c4001",
    slug: "intimacy-level",
    concept_name: "Intimacy Level",
    description: "How close and personal the content is, from public to private.",
    display_order: 1,
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c4002",
    slug: "production-quality",
    concept_name: "Production Quality",
    description: "From a quick phone picture to a lit and edited shoot.",
    display_order: 2,
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c4003",
    slug: "content-type",
    concept_name: "Content Type",
    description: "What it is: portrait, behind the scenes, clip, series, message.",
    display_order: 3,
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c4004",
    slug: "audience-appeal",
    concept_name: "Audience Appeal",
    description: "Whom it speaks to and which interest it meets.",
    display_order: 4,
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c4005",
    slug: "platform-fit",
    concept_name: "Platform Fit",
    description: "Which platforms and formats it suits, by their rules and habits.",
    display_order: 5,
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c4006",
    slug: "engagement-potential",
    concept_name: "Engagement Potential",
    description: "How likely it is to draw likes, comments, messages and sales.",
    display_order: 6,
  },
] as const satisfies readonly (Record<string, number | string> & { slug: ConceptSlug })[];

type SeedFlow = {
  id: string;
  slug: string;
  name: string;
  description: string;
  confirm: "always" | "never";
  input_schema: Record<string, unknown>;
  /** Each step names what does it; one that waits says for which feature. */
  steps: readonly ({ step: string } | { waits_for: string })[];
};

const input = (properties: Record<string, unknown>, required: readonly string[]) => ({
  type: "object",
  properties,
  required: [...required],
  additionalProperties: false,
});
const words = { type: "string", minLength: 1 };

/** The six actions of the assistant. */
export const actionFlowSeed: readonly SeedFlow[] = [
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5001",
    slug: "scout-analyze",
    name: "Scout and analyse",
    description: "Reads one of your own pages and says what works there.",
    confirm: "never",
    input_schema: input({ url: { type: "string", format: "uri" } }, ["url"]),
    steps: [{ waits_for: "the browser service, which reads your pages" }],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5002",
    slug: "taxonomy-tag",
    name: "Classify content",
    description: "Places an item of your library in the six concepts, and says which words say so.",
    confirm: "never",
    input_schema: input({ media_id: { type: "string", format: "uuid" } }, ["media_id"]),
    steps: [{ step: "classify-entry" }],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5003",
    slug: "post-create",
    name: "Draft a post",
    description: "Saves a draft for one of your accounts. Nothing is sent.",
    confirm: "never",
    input_schema: input(
      {
        creator_profile_id: { type: "string", format: "uuid" },
        media_id: { type: "string", format: "uuid" },
        caption: words,
      },
      ["creator_profile_id", "caption"],
    ),
    steps: [{ step: "create-draft" }],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5004",
    slug: "message-generate",
    name: "Draft a message to a fan",
    description: "Writes a message in your voice for you to send.",
    confirm: "never",
    input_schema: input({ fan_id: { type: "string", format: "uuid" }, intent: words }, ["fan_id"]),
    steps: [{ waits_for: "a language model, which you connect in the settings" }],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5005",
    slug: "memory-recall",
    name: "Recall",
    description: "Searches your library, posts and fan notes.",
    confirm: "never",
    input_schema: input({ query: words }, ["query"]),
    steps: [{ step: "search-own-rows" }],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5006",
    slug: "media-process",
    name: "Make a copy",
    description: "Makes a watermarked, shortened or smaller copy of an item of your library.",
    confirm: "never",
    input_schema: input(
      {
        media_id: { type: "string", format: "uuid" },
        job: { enum: ["watermark", "teaser", "compress"] },
      },
      ["media_id", "job"],
    ),
    steps: [{ waits_for: "the worker, which makes the copies" }],
  },
];
