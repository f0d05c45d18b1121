import { Hono } from "hono";
import type { State } from "../state.ts";

const rules = [
  { id: "1", text: "Sexually explicit media must be marked as sensitive", hint: "" },
  { id: "2", text: "No harassment", hint: "" },
];

/** `methods/instance`: what the server is, takes and asks of people. */
export function instanceRoutes(state: State): Hono {
  const app = new Hono();
  app.get("/v2/instance", (context) => {
    const { settings, url } = state;
    return context.json({
      domain: new URL(url).host,
      title: "A double of Mastodon, for tests",
      version: "4.5.0",
      source_url: "",
      description: "This is no Mastodon server.",
      usage: { users: { active_month: state.accounts.length } },
      thumbnail: { url: "" },
      icon: [],
      languages: ["en"],
      configuration: {
        urls: { streaming: "" },
        accounts: { max_featured_tags: 10, max_pinned_statuses: 5 },
        statuses: {
          max_characters: settings.max_characters,
          max_media_attachments: settings.max_media_attachments,
          characters_reserved_per_url: settings.characters_reserved_per_url,
        },
        media_attachments: {
          description_limit: settings.description_limit,
          supported_mime_types: settings.supported_mime_types,
          image_size_limit: settings.image_size_limit,
          image_matrix_limit: settings.image_matrix_limit,
          video_size_limit: settings.video_size_limit,
          video_frame_rate_limit: 120,
          video_matrix_limit: settings.video_matrix_limit,
        },
        polls: {
          max_options: 4,
          max_characters_per_option: 50,
          min_expiration: 300,
          max_expiration: 2_629_746,
        },
        translation: { enabled: false },
      },
      registrations: { enabled: false, approval_required: false, message: null },
      api_versions: { mastodon: 7 },
      contact: { email: "", account: null },
      rules,
    });
  });
  app.get("/v1/instance/rules", (context) => context.json(rules));
  return app;
}
