import type { ConceptSlug } from "./concepts.ts";
import type { FlowStep } from "./flow-step.ts";

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
  steps: readonly FlowStep[];
};

const input = (properties: Record<string, unknown>, required: readonly string[]) => ({
  type: "object",
  properties,
  required: [...required],
  additionalProperties: false,
});
const words = { type: "string", minLength: 1 };
const uuid = { type: "string", format: "uuid" };

/** The six actions of the assistant. */
export const actionFlowSeed: readonly SeedFlow[] = [
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5001",
    slug: "scout-analyze",
    name: "Scout and analyse",
    description: "Reads one of your own pages and says what works there.",
    confirm: "never",
    input_schema: input({ url: { type: "string", format: "uri" } }, ["url"]),
    steps: [
      { key: "account", step: "find-account", with: { url: "$input.url" } },
      { key: "browser", step: "browser-start", with: { account_id: "$account.account_id" } },
      { key: "page", step: "browser-cookie-login", with: { url: "$input.url" } },
      {
        key: "answered",
        step: "condition",
        with: {
          value: "$page.status",
          is: { _lt: 400 },
          otherwise:
            "The platform did not show this page. Nothing was read; check the address, or try again later.",
        },
      },
      {
        key: "stayed",
        step: "condition",
        with: {
          value: "$page.moved",
          is: { _eq: false },
          otherwise:
            "The platform showed another page instead. Nothing was read; check the address, and under Platforms whether the account is still signed in.",
        },
      },
      { key: "content", step: "browser-extract" },
      { key: "closed", step: "browser-close" },
      {
        key: "analysis",
        step: "generate-text",
        with: {
          system: "You advise somebody who publishes on $account.platform. Be concrete and kind.",
          prompt:
            "Say in at most ten short lines what works on this page of hers, what does not, and the one thing to try next. Rest on what the page says.",
          data: {
            "her name there": "$account.username",
            address: "$page.url",
            title: "$page.title",
            page: "$content.text",
          },
        },
      },
    ],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5002",
    slug: "taxonomy-tag",
    name: "Classify content",
    description: "Places an item of your library in the six concepts, and says which words say so.",
    confirm: "never",
    input_schema: input({ media_id: uuid }, ["media_id"]),
    steps: [{ key: "classified", step: "classify", with: { media_id: "$input.media_id" } }],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5003",
    slug: "post-create",
    name: "Draft a post",
    description: "Saves a draft for one of your accounts. Nothing is sent.",
    confirm: "never",
    input_schema: input(
      {
        creator_profile_id: uuid,
        media_id: uuid,
        caption: words,
      },
      ["creator_profile_id", "caption"],
    ),
    steps: [
      {
        key: "draft",
        step: "create-draft",
        with: {
          creator_profile_id: "$input.creator_profile_id",
          media_id: "$input.media_id?",
          caption: "$input.caption",
        },
      },
    ],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5004",
    slug: "message-generate",
    name: "Draft a message to a fan",
    description: "Writes a message in your voice for you to send.",
    confirm: "never",
    input_schema: input({ fan_id: uuid, intent: words }, ["fan_id"]),
    steps: [
      {
        key: "fan",
        step: "read-item",
        with: {
          collection: "fan_profiles",
          id: "$input.fan_id",
          fields: [
            "username",
            "display_name",
            "tier",
            "status",
            "subscribed_at",
            "last_interaction",
            "notes",
          ],
        },
      },
      {
        key: "persona",
        step: "read-items",
        with: {
          collection: "user_personas",
          fields: ["display_name", "brand_voice"],
          own: true,
          limit: 1,
        },
      },
      {
        key: "message",
        step: "generate-text",
        with: {
          system: "You draft messages that a creator then reads, changes and sends herself.",
          prompt:
            "Write one short message to this fan, in the voice that is described, in the fan's language where you can tell it. Answer with the message alone.",
          data: {
            fan: "$fan",
            "what it is to say": "$input.intent?",
            "her name": "$persona.items.0.display_name?",
            "her voice": "$persona.items.0.brand_voice?",
          },
        },
      },
    ],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5005",
    slug: "memory-recall",
    name: "Recall",
    description: "Searches your library, posts and fan notes.",
    confirm: "never",
    input_schema: input({ query: words }, ["query"]),
    steps: [
      { key: "found", step: "search-own", with: { query: "$input.query" } },
      {
        key: "answer",
        step: "summarise",
        with: { found: "$found", question: "$input.query" },
      },
    ],
  },
  {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5006",
    slug: "media-process",
    name: "Make a copy",
    description:
      "Makes a watermarked, shortened, smaller or cleaned copy of an item of your library, as your own preset says.",
    confirm: "never",
    input_schema: input(
      {
        media_id: uuid,
        job: { enum: ["watermark", "teaser", "compress", "strip_metadata"] },
        creator_profile_id: {
          ...uuid,
          description: "The account that a smaller copy is to fit",
        },
      },
      ["media_id", "job"],
    ),
    steps: [
      {
        key: "entry",
        step: "read-item",
        with: { collection: "scraped_media", id: "$input.media_id", fields: ["id", "media_type"] },
      },
      {
        key: "preset",
        step: "read-items",
        with: {
          collection: "media_presets",
          fields: ["name", "options"],
          filter: { job_type: { _eq: "$input.job" }, is_default: { _eq: true } },
          own: true,
          limit: 1,
        },
        when: { "$input.creator_profile_id": { _null: true } },
      },
      {
        key: "job",
        step: "enqueue-job",
        with: {
          job_type: "$input.job",
          media_id: "$entry.id",
          creator_profile_id: "$input.creator_profile_id?",
          options: "$preset.items.0.options?",
        },
      },
    ],
  },
];
