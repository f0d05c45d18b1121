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
};
