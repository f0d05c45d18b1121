import * as look from "../looks.ts";
import { panelCollection } from "../panel-collection.ts";

export const postStateLook = look.states({
  draft: ["Draft", "edit", "quiet"],
  pending: ["Waiting for its time", "schedule", "busy"],
  publishing: ["On its way", "upload", "busy"],
  unconfirmed: ["Sent, outcome unknown", "help", "doubtful"],
  published: ["Published", "check_circle", "good"],
  failed: ["Failed", "error", "bad"],
  missed: ["Missed its time", "history_toggle_off", "bad"],
  cancelled: ["Cancelled", "block", "quiet"],
});

export const publishing = {
  scheduled_posts: panelCollection("scheduled_posts", {
    title: "Posts",
    one: "post",
    many: "posts",
    template: "{{scheduled_for}} {{status}} {{caption}}",
    archive: { field: "status", value: "cancelled", back: "draft" },
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          status: {
            label: "State",
            look: postStateLook,
            note: "You can choose draft, waiting or cancelled. The publisher sets the others.",
            half: true,
          },
          scheduled_for: {
            label: "Goes out at",
            look: look.moment,
            note: "In your own time zone.",
            half: true,
          },
          error_message: {
            label: "What went wrong",
            look: look.paragraph,
            readonly: true,
            shownWhen: { error_message: { _nnull: true } },
          },
          creator_profile_id: { label: "Account", look: look.account, half: true },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          caption: { label: "Caption", look: look.paragraph },
          rating: {
            label: "How far it goes",
            look: look.words({
              general: ["For everybody", "sentiment_satisfied"],
              suggestive: ["Suggestive", "local_fire_department"],
              nudity: ["Nudity", "visibility_off"],
              explicit: ["Adults only", "no_adult_content"],
            }),
            half: true,
          },
          media: {
            label: "Media",
            look: look.list("{{scraped_media_id.file_id.$thumbnail}} {{scraped_media_id.caption}}"),
            note: "In the order in which they appear.",
          },
          media_id: {
            label: "First medium",
            look: look.media,
            note: "The only one, when the list above is empty.",
          },
        },
      },
      {
        title: { key: "section_outcome", text: "What became of it", icon: "task_alt" },
        fields: {
          published_at: {
            label: "Published at",
            look: look.moment,
            readonly: true,
            half: true,
          },
          attempt_no: {
            label: "Attempts",
            look: look.number("repeat"),
            note: "The ledger of attempts has each of them.",
            readonly: true,
            half: true,
          },
          permalink: { label: "Address", look: look.link, readonly: true },
          platform_post_id: {
            label: "Id on the platform",
            look: look.code,
            readonly: true,
            half: true,
          },
          retry_at: {
            label: "Not again before",
            look: look.moment,
            note: "When the platform asked to wait.",
            readonly: true,
            half: true,
          },
          proof_file_id: { label: "Screenshot", look: look.image, readonly: true },
          verified_at: { label: "Checked at", look: look.past, readonly: true, half: true },
          still_live_at: { label: "Last seen online", look: look.past, readonly: true, half: true },
          removed_at: {
            label: "Deleted there",
            look: look.past,
            note: "By us, as its owner wanted.",
            readonly: true,
            half: true,
            shownWhen: { removed_at: { _nnull: true } },
          },
          taken_down_at: {
            label: "Found gone",
            look: look.past,
            note: "It was published, and is no longer on the platform.",
            readonly: true,
            half: true,
          },
          asked_at: {
            label: "Its owner is asked since",
            look: look.past,
            note: "Nobody knows whether this post is out, and we can't find out.",
            readonly: true,
            half: true,
          },
          left_at: {
            label: "Left as it is",
            look: look.past,
            note: "The creator was asked about this doubtful post and wants no more to be done.",
            readonly: true,
            half: true,
          },
          missing_since: {
            label: "Not found since",
            look: look.moment,
            readonly: true,
            hidden: true,
          },
          live_check_at: { label: "Next look", look: look.moment, readonly: true, hidden: true },
        },
      },
      {
        title: { key: "section_details", text: "Details", icon: "tune", folded: true },
        fields: {
          late_policy: {
            label: "If it is too late",
            look: look.words({
              publish: ["Publish anyway", "send"],
              hold: ["Hold it and ask", "front_hand"],
            }),
            half: true,
          },
          timezone: {
            label: "Time zone",
            look: look.line("public"),
            note: "The one that the time was chosen in, such as Europe/Berlin.",
            half: true,
          },
          group_id: {
            label: "Written together",
            look: look.code,
            note: "The same for posts to several accounts that were written as one.",
          },
          idempotency_key: {
            label: "Key",
            look: look.code,
            note: "Of the one who made it: with the same, no second post is made.",
            hidden: true,
          },
          platform_specific_config: {
            label: "Only for this platform",
            look: look.json,
            note: "What differs from the other platforms.",
          },
          generation: {
            label: "Edit number",
            look: look.number("history"),
            note: "Rises with each edit, so that an old version can't go out.",
            readonly: true,
            half: true,
          },
          claimed_until: {
            label: "Held by the publisher until",
            look: look.moment,
            readonly: true,
            half: true,
          },
          claim_token: { label: "Claim", look: look.stored, readonly: true, hidden: true },
          recurrence: {
            label: "Repeats",
            look: look.code,
            note: "Reserved.",
            readonly: true,
            hidden: true,
          },
          series_id: {
            label: "Series",
            look: look.code,
            note: "Reserved.",
            readonly: true,
            hidden: true,
          },
          date_created: { label: "Made", look: look.past, readonly: true, half: true },
          date_updated: { label: "Last changed", look: look.past, readonly: true, half: true },
        },
      },
    ],
  }),
  publish_pauses: panelCollection("publish_pauses", {
    title: "Pauses",
    one: "pause",
    many: "pauses",
    template: "{{paused_from}} {{reason}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          creator_profile_id: {
            label: "Account",
            look: look.account,
            note: "Empty: all accounts of the creator.",
            half: true,
          },
          platform: {
            label: "Platform",
            look: look.line("public"),
            note: "Its id, such as sandbox. Empty: all platforms.",
            half: true,
          },
          paused_from: { label: "From", look: look.moment, half: true },
          paused_until: {
            label: "Until",
            look: look.moment,
            note: "Empty: until the pause is deleted.",
            half: true,
          },
          reason: { label: "Reason", look: look.line() },
          date_created: { label: "Made", look: look.past, readonly: true, half: true },
        },
      },
    ],
  }),
  rule_packs: panelCollection("rule_packs", {
    title: "Rules for posts",
    one: "set of rules",
    many: "sets of rules",
    template: "{{name}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          name: { label: "Name", look: look.line(), half: true },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          kind: {
            label: "Whose rules",
            look: look.words({
              house: ["Her own", "home"],
              community: ["Of a community", "groups"],
            }),
            half: true,
          },
          is_enabled: {
            label: "In force",
            look: look.toggle("Posts have to follow it"),
            half: true,
          },
          platform: {
            label: "Platform",
            look: look.line("public"),
            note: "Its id, such as sandbox. Empty: all platforms.",
            half: true,
          },
          creator_profile_id: {
            label: "Account",
            look: look.account,
            note: "Empty: all accounts of the creator.",
            half: true,
          },
          rules: {
            label: "Rules",
            look: look.json,
            note: "bannedWords, requiredTags, mostHashtags, noLinks, needsAltText, neverRepostDays.",
          },
          source_url: { label: "Where they are from", look: look.line("link") },
          date_created: { label: "Made", look: look.past, readonly: true, half: true },
          date_updated: { label: "Last changed", look: look.past, readonly: true, half: true },
        },
      },
    ],
  }),
  publish_stops: panelCollection("publish_stops", {
    title: "Stops for everybody",
    one: "stop",
    many: "stops",
    template: "{{platform}} {{reason}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          platform: {
            label: "Platform",
            look: look.line("public"),
            note: "Its id, such as sandbox. Empty: nothing is sent to any platform.",
            half: true,
          },
          cause: {
            label: "Cause",
            look: look.words({
              operator: ["Set by hand", "person"],
              restore: ["The database was set back", "settings_backup_restore"],
            }),
            readonly: true,
            half: true,
          },
          reason: {
            label: "Reason",
            look: look.line(),
            note: "Creators read it, as a sentence, where they see that their posts wait.",
          },
          date_created: { label: "Since", look: look.past, readonly: true, half: true },
        },
      },
    ],
  }),
};
