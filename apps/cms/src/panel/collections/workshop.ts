import * as look from "../looks.ts";
import { panelCollection } from "../panel-collection.ts";

export const workshop = {
  publish_attempts: panelCollection("publish_attempts", {
    title: "Ledger of attempts",
    one: "attempt",
    many: "attempts",
    template: "{{state}} {{sent_at}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          post_id: { label: "Post", look: look.post, readonly: true },
          state: {
            label: "State",
            look: look.states({
              started: ["Begun", "play_circle", "busy"],
              sending: ["Being sent", "upload", "busy"],
              succeeded: ["Sent", "check_circle", "good"],
              refused: ["Refused", "error", "bad"],
              unknown: ["Outcome unknown", "help", "doubtful"],
              released: ["Given back, nothing sent", "undo", "quiet"],
              put_off: ["Put off until she signs in, nothing sent", "front_hand", "quiet"],
            }),
            readonly: true,
            half: true,
          },
          user_id: { label: "Creator", look: look.person, readonly: true, half: true },
          error: {
            label: "What went wrong",
            look: look.paragraph,
            readonly: true,
            shownWhen: { error: { _nnull: true } },
          },
          sent_at: { label: "Sent", look: look.moment, readonly: true, half: true },
          finished_at: { label: "Answered", look: look.moment, readonly: true, half: true },
          not_found_at: {
            label: "Not found since",
            look: look.moment,
            note: "When a look-up on the platform first found nothing.",
            readonly: true,
            half: true,
          },
          look_ups: {
            label: "Look-ups",
            look: look.number("search"),
            note: "How often it was looked for, or sent again with its key.",
            readonly: true,
            half: true,
          },
          platform_post_id: {
            label: "Id on the platform",
            look: look.code,
            readonly: true,
            half: true,
          },
          generation: {
            label: "Edit of the post",
            look: look.number("history"),
            readonly: true,
            half: true,
          },
          n: {
            label: "Number of the try",
            look: look.number("repeat"),
            readonly: true,
            half: true,
          },
          idempotency_key: {
            label: "Key against sending twice",
            look: look.code,
            readonly: true,
          },
          claim_token: { label: "Claim", look: look.stored, readonly: true, hidden: true },
        },
      },
    ],
  }),
  saved_views: panelCollection("saved_views", {
    title: "Saved views",
    one: "saved view",
    many: "saved views",
    template: "{{page}}: {{name}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          name: { label: "Name", look: look.line("bookmark"), half: true },
          page: { label: "Page", look: look.code, half: true },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          sort: { label: "Place in the list", look: look.number(), half: true },
          query: { label: "Filter", look: look.json },
        },
      },
    ],
  }),
  sealing_keys: panelCollection("sealing_keys", {
    title: "Sealing keys",
    one: "sealing key",
    many: "sealing keys",
    template: "{{key_id}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          key_id: { label: "Number", look: look.number("vpn_key"), readonly: true, half: true },
          date_created: { label: "First used", look: look.past, readonly: true, half: true },
          canary: { label: "Sample", look: look.stored, readonly: true },
        },
      },
    ],
  }),
  scheduled_posts_media: panelCollection("scheduled_posts_media", {
    title: "Media of posts",
    one: "medium of a post",
    many: "media of posts",
    template: "{{scraped_media_id.file_id.$thumbnail}} {{scraped_media_id.caption}}",
    hidden: true,
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          scheduled_posts_id: { label: "Post", look: look.post, half: true },
          scraped_media_id: { label: "Medium", look: look.media, half: true },
          user_id: { label: "Creator", look: look.person, readonly: true, half: true },
          sort: { label: "Place", look: look.number(), half: true },
        },
      },
    ],
  }),
  scraped_media_files: panelCollection("scraped_media_files", {
    title: "Files of media",
    one: "file of a medium",
    many: "files of media",
    template: "{{directus_files_id.$thumbnail}}",
    hidden: true,
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          scraped_media_id: { label: "Medium", look: look.media, half: true },
          directus_files_id: { label: "File", look: look.image, half: true },
          user_id: { label: "Creator", look: look.person, readonly: true, half: true },
          sort: { label: "Place", look: look.number(), half: true },
        },
      },
    ],
  }),
};
