/** Stands in until @genie/schema exports DirectusSchema. */
export type DirectusSchema = {
  api_tokens: {
    id: string;
    name: string;
    hint: string;
    scopes: ("read" | "write")[];
    expires_at: string | null;
    last_used_at: string | null;
    date_created: string;
  }[];
  user_personas: {
    id: string;
    user_id: string;
    display_name: string | null;
    onboarding_state: string;
    timezone: string;
    preferences: Record<string, unknown> | null;
  }[];
};
