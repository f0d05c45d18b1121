import * as look from "../looks.ts";
import { panelCollection } from "../panel-collection.ts";

const askedBy = look.words({
  chat: ["The chat", "chat"],
  mcp: ["A program over MCP", "hub"],
  anythingllm: ["AnythingLLM", "smart_toy"],
  api: ["A program with a token", "key"],
  schedule: ["A schedule", "schedule"],
});

const effects = look.words({
  read: ["Only look", "visibility"],
  write: ["Change her rows", "edit"],
  publish: ["Publish", "send"],
  delete: ["Delete", "delete"],
  message: ["Write to somebody", "mail"],
  connect: ["Connect or change accounts", "link"],
});

export const automation = {
  media_jobs: panelCollection("media_jobs", {
    title: "Jobs",
    one: "job",
    many: "jobs",
    template: "{{job_type}} {{status}} {{created_at}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          job_type: {
            label: "What",
            look: look.words({
              scrape_profile: ["Read a profile", "sync"],
              publish_post: ["Publish a post", "send"],
              watermark: ["Watermark", "branding_watermark"],
              teaser: ["Teaser", "movie"],
              compress: ["Smaller copy", "compress"],
              strip_metadata: ["Without metadata", "location_off"],
              classify: ["Classify", "category"],
              verify_platform: ["Check a platform", "verified"],
              delete_post: ["Delete a post", "delete"],
            }),
            onceOnly: true,
            half: true,
          },
          status: {
            label: "State",
            look: look.states({
              queued: ["Waiting", "schedule", "quiet"],
              active: ["Running", "play_circle", "busy"],
              completed: ["Done", "check_circle", "good"],
              failed: ["Failed", "error", "bad"],
              cancelled: ["Called off", "cancel", "quiet"],
            }),
            readonly: true,
            half: true,
          },
          error: {
            label: "What went wrong",
            look: look.paragraph,
            readonly: true,
            shownWhen: { error: { _nnull: true } },
          },
          progress: { label: "Progress", look: look.percent, readonly: true },
          creator_profile_id: { label: "Account", look: look.account, onceOnly: true, half: true },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          post_id: {
            label: "Post",
            look: look.post,
            readonly: true,
            shownWhen: { post_id: { _nnull: true } },
          },
          input_media_id: { label: "Of", look: look.media, onceOnly: true, half: true },
          output_media_id: {
            label: "Made",
            look: look.media,
            readonly: true,
            half: true,
            shownWhen: { output_media_id: { _nnull: true } },
          },
          waits_for: {
            label: "Waits for a log-in",
            look: look.related("{{reason}} {{status}}"),
            readonly: true,
            half: true,
            shownWhen: { waits_for: { _nnull: true } },
          },
          created_at: { label: "Asked for", look: look.past, readonly: true, half: true },
          started_at: { label: "Began", look: look.past, readonly: true, half: true },
          completed_at: { label: "Ended", look: look.past, readonly: true, half: true },
          attempts: { label: "Attempts", look: look.number("repeat"), readonly: true, half: true },
        },
      },
      {
        title: { key: "section_details", text: "Details", icon: "tune", folded: true },
        fields: {
          batch_id: { label: "Batch", look: look.code, onceOnly: true, half: true },
          payload: { label: "What it was given", look: look.json, onceOnly: true },
          result: { label: "What it gave back", look: look.json, readonly: true },
          queue_name: { label: "Queue", look: look.code, readonly: true, half: true },
          bull_job_id: { label: "Id in the queue", look: look.code, readonly: true, half: true },
          requeues: {
            label: "Put back",
            look: look.number("restart_alt"),
            note: "How often it was put back into a queue that had lost it.",
            readonly: true,
            half: true,
          },
        },
      },
    ],
  }),
  action_flows: panelCollection("action_flows", {
    title: "Actions",
    one: "action",
    many: "actions",
    template: "{{name}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          name: { label: "Name", look: look.line(), half: true },
          active: { label: "Switch", look: look.toggle("Creators can use it"), half: true },
          description: { label: "What it does", look: look.paragraph },
          confirm: {
            label: "Asks before it acts",
            look: look.words({ never: ["Never", "bolt"], always: ["Always", "front_hand"] }),
            half: true,
          },
          slug: { label: "Short name", look: look.code, half: true },
        },
      },
      {
        title: { key: "section_details", text: "Details", icon: "tune", folded: true },
        fields: {
          steps: {
            label: "Steps",
            look: look.json,
            note: "What comes with the product can only be switched off; copy it to change it.",
          },
          input_schema: {
            label: "What it asks for",
            look: look.json,
            note: "A JSON Schema.",
          },
        },
      },
    ],
  }),
  agent_audits: panelCollection("agent_audits", {
    title: "Agent runs",
    one: "agent run",
    many: "agent runs",
    template: "{{action_slug}} {{status}} {{executed_at}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          action_slug: { label: "Action", look: look.code, readonly: true, half: true },
          status: {
            label: "How it ended",
            look: look.states({
              success: ["Done", "check_circle", "good"],
              error: ["Failed", "error", "bad"],
              miss: ["No such action", "help", "doubtful"],
            }),
            readonly: true,
            half: true,
          },
          error_message: {
            label: "What went wrong",
            look: look.paragraph,
            readonly: true,
            shownWhen: { error_message: { _nnull: true } },
          },
          user_id: { label: "For", look: look.person, readonly: true, half: true },
          source: {
            label: "Asked by",
            look: askedBy,
            readonly: true,
            half: true,
          },
          effect: {
            label: "What it could do",
            look: effects,
            readonly: true,
            half: true,
          },
          executed_at: { label: "When", look: look.moment, readonly: true, half: true },
          duration_ms: {
            label: "Took, in milliseconds",
            look: look.number("timer"),
            readonly: true,
            half: true,
          },
          params: { label: "What it was given", look: look.json, readonly: true },
          steps: { label: "Steps", look: look.json, readonly: true },
          result: { label: "What it gave back", look: look.json, readonly: true },
        },
      },
    ],
  }),
  confirmations: panelCollection("confirmations", {
    title: "Confirmations",
    one: "confirmation",
    many: "confirmations",
    template: "{{action_slug}} {{status}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          action_slug: { label: "Action", look: look.code, readonly: true, half: true },
          status: {
            label: "Answer",
            look: look.states({
              pending: ["Not yet", "hourglass_empty", "doubtful"],
              confirmed: ["Yes", "check_circle", "good"],
              declined: ["No", "block", "quiet"],
              expired: ["Too late", "timer_off", "quiet"],
            }),
            readonly: true,
            half: true,
          },
          user_id: { label: "Asked", look: look.person, readonly: true, half: true },
          expires_at: { label: "Good until", look: look.moment, readonly: true, half: true },
          date_created: { label: "Asked at", look: look.past, readonly: true, half: true },
          source: {
            label: "Asked by",
            look: askedBy,
            readonly: true,
            half: true,
          },
          agent_audit_id: {
            label: "The run",
            look: look.related("{{action_slug}} {{status}}"),
            readonly: true,
            half: true,
            shownWhen: { agent_audit_id: { _nnull: true } },
          },
          asked_as: {
            label: "With the rights of",
            look: look.code,
            note: "The role of the program that asked; empty for a person.",
            readonly: true,
            half: true,
          },
          preview: { label: "What it would do", look: look.json, readonly: true },
          params: { label: "What it was given", look: look.json, readonly: true },
          params_hash: {
            label: "Fingerprint of the preview",
            look: look.stored,
            readonly: true,
            hidden: true,
          },
        },
      },
    ],
  }),
  conversations: panelCollection("conversations", {
    title: "Conversations",
    one: "conversation",
    many: "conversations",
    template: "{{title}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          title: { label: "Title", look: look.line() },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          date_updated: { label: "Last words", look: look.past, readonly: true, half: true },
          date_created: { label: "Begun", look: look.past, readonly: true, half: true },
          messages: { label: "What was said", look: look.json },
        },
      },
    ],
  }),
  platform_checks: panelCollection("platform_checks", {
    title: "Checked platforms",
    one: "check",
    many: "checks",
    template: "{{platform}} {{passed_at}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          platform: {
            label: "Platform",
            look: look.line("public"),
            note: "By its short name.",
            readonly: true,
            half: true,
          },
          version: {
            label: "Version of its recipe",
            look: look.number("tag"),
            readonly: true,
            half: true,
          },
          passed_at: { label: "Passed", look: look.past, readonly: true, half: true },
          creator_profile_id: {
            label: "With",
            look: look.account,
            readonly: true,
            half: true,
          },
        },
      },
    ],
  }),
};
