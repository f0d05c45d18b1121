import * as look from "../looks.ts";
import { panelCollection } from "../panel-collection.ts";

export const accounts = {
  creator_profiles: panelCollection("creator_profiles", {
    title: "Accounts",
    one: "account",
    many: "accounts",
    template: "{{platform}} @{{username}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          platform: {
            label: "Platform",
            look: look.line("public"),
            note: "By its short name, such as sandbox.",
            onceOnly: true,
            half: true,
          },
          username: { label: "Username", look: look.line("alternate_email"), half: true },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          connection_status: {
            label: "Connection",
            look: look.states({
              connected: ["Connected", "link", "good"],
              needs_login: ["Needs a log-in", "login", "doubtful"],
              expired: ["Session expired", "timer_off", "doubtful"],
              error: ["Can't sign in", "error", "bad"],
            }),
            readonly: true,
            half: true,
          },
          publish_after: {
            label: "No posts before",
            look: look.moment,
            note: "The platform asked for a pause.",
            readonly: true,
            half: true,
            shownWhen: { publish_after: { _nnull: true } },
          },
          credentials: {
            label: "Log-in",
            look: look.secret("Enter a new log-in", [
              { name: "username", label: "Username", kind: "text" },
              { name: "password", label: "Password", kind: "password" },
            ]),
            note: "Sealed when it is saved, and never shown again.",
          },
        },
      },
      {
        title: { key: "section_scraping", text: "Reading the profile", icon: "sync" },
        fields: {
          scrape_enabled: {
            label: "Regular reading",
            look: look.toggle("Read this profile by itself"),
            half: true,
          },
          scrape_frequency: {
            label: "How often",
            look: look.code,
            note: "A cron expression; 0 */6 * * * is every six hours. Every 15 minutes at most.",
            half: true,
          },
          scrape_status: {
            label: "Last reading",
            look: look.states({
              idle: ["Not yet", "bedtime", "quiet"],
              running: ["Running", "sync", "busy"],
              success: ["Went well", "check_circle", "good"],
              error: ["Failed", "error", "bad"],
            }),
            readonly: true,
            half: true,
          },
          last_scraped_at: { label: "Read at", look: look.past, readonly: true, half: true },
          posts_read_until: {
            label: "Posts read without a gap until",
            look: look.moment,
            readonly: true,
            half: true,
          },
          posts_read_whole_at: {
            label: "All posts read anew",
            look: look.past,
            readonly: true,
            half: true,
          },
          scrape_error: {
            label: "What went wrong",
            look: look.paragraph,
            readonly: true,
            shownWhen: { scrape_error: { _nnull: true } },
          },
          platform_limits: {
            label: "What its server takes",
            look: look.json,
            note: "Where servers of the platform differ.",
            readonly: true,
          },
          profile_data: {
            label: "Figures of the last reading",
            look: look.json,
            readonly: true,
          },
        },
      },
      {
        title: { key: "section_details", text: "Details", icon: "tune", folded: true },
        fields: {
          timezone: {
            label: "Time zone",
            look: look.line("public"),
            note: "Such as Europe/Berlin.",
            half: true,
          },
          date_created: { label: "Connected", look: look.past, readonly: true, half: true },
          date_updated: { label: "Last changed", look: look.past, readonly: true, half: true },
        },
      },
    ],
  }),
  hitl_sessions: panelCollection("hitl_sessions", {
    title: "Log-ins that wait",
    one: "log-in that waits",
    many: "log-ins that wait",
    template: "{{creator_profile_id.platform}} @{{creator_profile_id.username}} {{reason}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          status: {
            label: "State",
            look: look.states({
              pending: ["Waits for the creator", "front_hand", "doubtful"],
              completed: ["Done", "check_circle", "good"],
              expired: ["Too late", "timer_off", "quiet"],
              failed: ["Failed", "error", "bad"],
              cancelled: ["Called off", "block", "quiet"],
            }),
            readonly: true,
            half: true,
          },
          reason: {
            label: "What is asked for",
            look: look.words({
              login: ["A log-in", "login"],
              two_factor: ["A second factor", "pin"],
              challenge: ["A puzzle", "extension"],
              session_expired: ["A new log-in: the session expired", "timer_off"],
            }),
            readonly: true,
            half: true,
          },
          creator_profile_id: {
            label: "Account",
            look: look.account,
            readonly: true,
            half: true,
          },
          platform: {
            label: "Platform",
            look: look.line("public"),
            readonly: true,
            half: true,
          },
          user_id: { label: "Creator", look: look.person, readonly: true, half: true },
          requested_at: { label: "Asked", look: look.past, readonly: true, half: true },
          expires_at: { label: "Good until", look: look.moment, readonly: true, half: true },
          completed_at: { label: "Settled", look: look.past, readonly: true, half: true },
          notes: { label: "Notes", look: look.paragraph },
          resumes_job_id: {
            label: "Work that waited for it, of earlier releases",
            look: look.related("{{job_type}} {{status}}"),
            hidden: true,
            readonly: true,
          },
          browser_session_id: {
            label: "The browser that waits",
            look: look.code,
            hidden: true,
            readonly: true,
          },
          ticket_hash: { label: "Way in", look: look.stored, hidden: true, readonly: true },
          ticket_expires_at: {
            label: "Way in good until",
            look: look.moment,
            hidden: true,
            readonly: true,
          },
        },
      },
    ],
  }),
  platform_sessions: panelCollection("platform_sessions", {
    title: "Sessions",
    one: "session",
    many: "sessions",
    template: "{{creator_profile_id.platform}} @{{creator_profile_id.username}} {{status}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          creator_profile_id: { label: "Account", look: look.account, onceOnly: true, half: true },
          platform: {
            label: "Platform",
            look: look.line("public"),
            onceOnly: true,
            half: true,
          },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          status: {
            label: "State",
            look: look.states({
              active: ["In use", "check_circle", "good"],
              expired: ["Expired", "timer_off", "doubtful"],
              revoked: ["Revoked", "block", "quiet"],
            }),
            half: true,
          },
          cookies: {
            label: "Cookies",
            look: look.secret("Enter new cookies"),
            note: "Sealed when they are saved, and never shown again.",
          },
          captured_by: {
            label: "Where it is from",
            look: look.words({
              extension: ["Browser extension", "extension"],
              live_login: ["Log-in in our browser", "cast"],
              password_login: ["Username and password", "password"],
              token: ["App password or token", "key"],
            }),
            onceOnly: true,
            half: true,
          },
          captured_at: { label: "Taken over", look: look.past, readonly: true, half: true },
          expires_at: { label: "Good until", look: look.moment, half: true },
          last_used_at: { label: "Last used", look: look.past, readonly: true, half: true },
          ended_at: { label: "Refused", look: look.past, readonly: true, half: true },
          user_agent: {
            label: "Browser",
            look: look.code,
            note: "As it names itself to the platform.",
          },
          key_id: {
            label: "Sealing key",
            look: look.number("vpn_key"),
            note: "The number of the key, not the key.",
            readonly: true,
            half: true,
          },
        },
      },
    ],
  }),
};
