import type { Viewer } from "@genie/directus-client";
import type { ComposerDraft } from "./composer-draft.ts";

/** What the composer hands to its forms. */
export type ComposerState = {
  viewer: Viewer;
  /** What was typed before it was closed. */
  kept: ComposerDraft | undefined;
  onChange: (draft: ComposerDraft) => void;
  onSaved: () => void;
};
