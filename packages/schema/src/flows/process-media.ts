import { defineFlow } from "./flow.ts";

/** Each file that is stored, however it came: uploaded, scraped or made here. */
export const processMedia = defineFlow({
  id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6102",
  name: "Make ready what was stored",
  icon: "photo_size_select_large",
  color: "#2ecda7",
  description: "Makes the small picture of each new file before the library asks for it.",
  // One run a file: hundreds with each scrape.
  log: "none",
  openToCreators: false,
  trigger: "event",
  options: { type: "action", scope: ["files.upload"] },
  operations: [
    {
      key: "thumbnail",
      name: "Make the thumbnail",
      type: "prepare_thumbnail",
      options: { file: "{{$trigger.key}}" },
    },
  ],
});
