import type { Viewer } from "@genie/directus-client";

/** What the composer hands to its forms. */
export type ComposerState = {
  viewer: Viewer;
  /** Which draft is open (`placeOf`). */
  place: string;
  onSaved: () => void;
};
