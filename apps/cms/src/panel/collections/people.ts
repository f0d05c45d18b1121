import * as look from "../looks.ts";
import { panelCollection } from "../panel-collection.ts";

export const people = {
  user_personas: panelCollection("user_personas", {
    title: "Personas",
    one: "persona",
    many: "personas",
    template: "{{display_name}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          display_name: { label: "Name", look: look.line("badge"), half: true },
          user_id: { label: "Person", look: look.person, onceOnly: true, half: true },
          timezone: {
            label: "Time zone",
            look: look.line("public"),
            note: "Such as Europe/Berlin.",
            half: true,
          },
          onboarding_state: {
            label: "How far she has come",
            look: look.code,
            note: "The dashboard's introduction.",
            half: true,
          },
          brand_voice: {
            label: "Voice",
            look: look.paragraph,
            note: "How drafts should sound.",
          },
          watermark_file_id: { label: "Watermark", look: look.image },
          preferences: { label: "Preferences", look: look.json },
        },
      },
    ],
  }),
  recovery_codes: panelCollection("recovery_codes", {
    title: "Recovery codes",
    one: "recovery code",
    many: "recovery codes",
    template: "{{user_id.email}} {{used_at}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          user_id: { label: "Person", look: look.person, readonly: true, half: true },
          date_created: { label: "Made", look: look.past, readonly: true, half: true },
          used_at: { label: "Used", look: look.past, readonly: true, half: true },
          code_hash: { label: "Code", look: look.stored, readonly: true, half: true },
          salt: { label: "Salt", look: look.stored, readonly: true, hidden: true },
        },
      },
    ],
  }),
  api_tokens: panelCollection("api_tokens", {
    title: "API tokens",
    one: "API token",
    many: "API tokens",
    template: "{{name}} {{hint}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          name: { label: "Name", look: look.line("key"), readonly: true, half: true },
          hint: {
            label: "Begins with",
            look: look.code,
            note: "Enough of the token to recognise it.",
            readonly: true,
            half: true,
          },
          user_id: { label: "Acts for", look: look.person, readonly: true, half: true },
          scopes: {
            label: "What it may do",
            look: look.several({
              read: "Read",
              write: "Write",
              administer: "Administer",
              capture: "Hand over cookies",
            }),
            readonly: true,
            half: true,
          },
          asks_first: {
            label: "Asks first",
            look: look.toggle("Before it publishes, deletes, messages or connects"),
            readonly: true,
            half: true,
          },
          expires_at: { label: "Good until", look: look.moment, readonly: true, half: true },
          last_used_at: { label: "Last used", look: look.past, readonly: true, half: true },
          extension_pairing_id: {
            label: "Of the paired browser",
            look: look.related("{{name}}"),
            readonly: true,
            half: true,
          },
          date_created: { label: "Made", look: look.past, readonly: true, half: true },
          hash: { label: "Hash", look: look.stored, readonly: true, hidden: true },
        },
      },
    ],
  }),
  extension_pairings: panelCollection("extension_pairings", {
    title: "Paired browsers",
    one: "paired browser",
    many: "paired browsers",
    template: "{{name}} {{status}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          name: { label: "Name", look: look.line("extension"), readonly: true, half: true },
          status: {
            label: "State",
            look: look.states({
              pending: ["Waits for its code", "hourglass_empty", "doubtful"],
              active: ["Paired", "check_circle", "good"],
            }),
            half: true,
          },
          user_id: { label: "Acts for", look: look.person, readonly: true, half: true },
          expires_at: { label: "Good until", look: look.moment, readonly: true, half: true },
          last_seen_at: { label: "Last seen", look: look.past, readonly: true, half: true },
          date_created: { label: "Made", look: look.past, readonly: true, half: true },
          code_hash: { label: "Hash of the code", look: look.stored, readonly: true, hidden: true },
        },
      },
    ],
  }),
  data_transfers: panelCollection("data_transfers", {
    title: "Exports and imports",
    one: "export or import",
    many: "exports and imports",
    template: "{{kind}} {{status}} {{date_created}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          kind: {
            label: "What",
            look: look.words({
              export: ["A copy of everything", "archive"],
              import: ["Brought in", "unarchive"],
            }),
            readonly: true,
            half: true,
          },
          status: {
            label: "State",
            look: look.states({
              ready: ["Not begun", "schedule", "quiet"],
              running: ["Under way", "sync", "busy"],
              completed: ["Done", "check_circle", "good"],
              failed: ["Broke off", "error", "bad"],
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
          user_id: { label: "Whose", look: look.person, readonly: true, half: true },
          alive_at: { label: "Last seen to go on", look: look.past, readonly: true, half: true },
          date_created: { label: "Asked for", look: look.past, readonly: true, half: true },
          completed_at: { label: "Done", look: look.past, readonly: true, half: true },
          ticket_expires_at: {
            label: "Way to it good until",
            look: look.moment,
            readonly: true,
            half: true,
          },
          result: { label: "How much it was, or what came in", look: look.json, readonly: true },
          ticket_hash: {
            label: "Hash of the way to it",
            look: look.stored,
            readonly: true,
            hidden: true,
          },
        },
      },
    ],
  }),
  account_deletions: panelCollection("account_deletions", {
    title: "Deleted accounts",
    one: "deleted account",
    many: "deleted accounts",
    template: "{{status}} {{date_created}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          status: {
            label: "State",
            look: look.states({
              running: ["Being deleted", "hourglass_empty", "busy"],
              completed: ["Deleted", "check_circle", "good"],
            }),
            readonly: true,
            half: true,
          },
          asked_by: {
            label: "Asked for by",
            look: look.words({
              herself: ["The person herself", "person"],
              operator: ["The operator", "terminal"],
            }),
            readonly: true,
            half: true,
          },
          error: {
            label: "What went wrong",
            look: look.paragraph,
            note: "It is tried again every minute.",
            readonly: true,
            shownWhen: { error: { _nnull: true } },
          },
          date_created: { label: "Asked for", look: look.past, readonly: true, half: true },
          completed_at: { label: "Done", look: look.past, readonly: true, half: true },
          person: {
            label: "Id of the person",
            look: look.code,
            note: "Empty when all of it is done.",
            readonly: true,
          },
          removed: { label: "How much is gone", look: look.json, readonly: true },
          ticket_hash: {
            label: "Hash of the way to its report",
            look: look.stored,
            readonly: true,
            hidden: true,
          },
        },
      },
    ],
  }),
};
