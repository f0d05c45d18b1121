import type { Claim } from "@genie/schema";
import { profileId } from "./fake-account.ts";

export const claim: Claim = {
  post_id: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0011",
  user_id: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0002",
  generation: 1,
  claim_token: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0012",
  attempt_id: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0013",
  attempt_no: 1,
  tries: 1,
  idempotency_key: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0011-1",
  scheduled_for: "2026-11-25T12:00:00.000Z",
  due_in_ms: 0,
  sent_at: null,
  caption: "a caption",
  rating: "general",
  config: {},
  profile: { id: profileId, platform: "fake", username: "demo" },
  media: [
    {
      media_id: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0014",
      media_type: "gallery",
      file_id: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0015",
      mime: "video/mp4",
      filename: "clip.mp4",
      size_bytes: 5,
      width: null,
      height: null,
      alt_text: "",
    },
  ],
};
