import * as look from "../looks.ts";
import { panelCollection } from "../panel-collection.ts";

export const library = {
  scraped_media: panelCollection("scraped_media", {
    title: "Media",
    one: "medium",
    many: "media",
    template: "{{file_id.$thumbnail}} {{caption}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          file_id: { label: "Picture or video", look: look.image },
          caption: { label: "Caption", look: look.paragraph },
          alt_text: {
            label: "Description",
            look: look.paragraph,
            note: "What it shows, for people who don't see it.",
          },
          tags: { label: "Tags", look: look.tags },
          media_type: {
            label: "Kind",
            look: look.words({
              image: ["Picture", "image"],
              video: ["Video", "movie"],
              gallery: ["Several", "collections"],
            }),
            onceOnly: true,
            half: true,
          },
          source: {
            label: "Where it is from",
            look: look.words({
              scraped: ["Read from the platform", "sync"],
              uploaded: ["Uploaded", "upload"],
              derived: ["Made from another", "auto_fix_high"],
            }),
            readonly: true,
            half: true,
          },
          creator_profile_id: {
            label: "Account",
            look: look.account,
            note: "Empty for what was uploaded.",
            onceOnly: true,
            half: true,
          },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          files: {
            label: "Files",
            look: look.files,
            note: "All of a gallery, in order.",
            readonly: true,
          },
          derived_from: {
            label: "Made from",
            look: look.media,
            readonly: true,
            shownWhen: { derived_from: { _nnull: true } },
          },
        },
      },
      {
        title: { key: "section_figures", text: "On the platform", icon: "monitoring" },
        fields: {
          published_at: { label: "Published", look: look.moment, readonly: true, half: true },
          permalink: { label: "Address", look: look.link, readonly: true, half: true },
          likes: { label: "Likes", look: look.number("favorite"), readonly: true, half: true },
          comments: { label: "Comments", look: look.number("chat"), readonly: true, half: true },
          views: { label: "Views", look: look.number("visibility"), readonly: true, half: true },
          earnings: { label: "Earnings", look: look.money, readonly: true, half: true },
          currency: { label: "Currency", look: look.code, readonly: true, half: true },
          platform_post_id: {
            label: "Id on the platform",
            look: look.code,
            readonly: true,
            half: true,
          },
        },
      },
      {
        title: { key: "section_details", text: "Details", icon: "tune", folded: true },
        fields: {
          taxonomy_concepts: {
            label: "Classification",
            look: look.json,
            note: "Over the six concepts.",
            readonly: true,
          },
          taxonomy_corrections: {
            label: "Corrected by its creator",
            look: look.json,
            readonly: true,
          },
          taxonomy_proposals: {
            label: "Proposed by a model",
            look: look.tags,
            readonly: true,
          },
          classified_at: { label: "Classified", look: look.past, readonly: true, half: true },
          width: { label: "Width", look: look.number("width"), readonly: true, half: true },
          height: { label: "Height", look: look.number("height"), readonly: true, half: true },
          duration_s: {
            label: "Length in seconds",
            look: look.number("timer"),
            readonly: true,
            half: true,
          },
          perceptual_hash: {
            label: "Fingerprint",
            look: look.code,
            note: "Pictures that look alike have alike ones.",
            readonly: true,
            half: true,
          },
          made_by: {
            label: "Made by",
            look: look.related("{{job_type}}"),
            readonly: true,
            half: true,
          },
          trashed_at: { label: "Deleted", look: look.past, readonly: true, half: true },
          date_created: { label: "Added", look: look.past, readonly: true, half: true },
          date_updated: { label: "Last changed", look: look.past, readonly: true, half: true },
        },
      },
    ],
  }),
  media_snapshots: panelCollection("media_snapshots", {
    title: "Media over time",
    one: "set of figures",
    many: "sets of figures",
    template: "{{scraped_media_id.caption}} {{taken_on}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          scraped_media_id: { label: "Medium", look: look.media, readonly: true, half: true },
          taken_on: { label: "Day", look: look.moment, readonly: true, half: true },
          likes: { label: "Likes", look: look.number("favorite"), readonly: true, half: true },
          comments: { label: "Comments", look: look.number("chat"), readonly: true, half: true },
          views: { label: "Views", look: look.number("visibility"), readonly: true, half: true },
          earnings: { label: "Earnings", look: look.money, readonly: true, half: true },
          user_id: { label: "Creator", look: look.person, readonly: true, half: true },
        },
      },
    ],
  }),
  media_presets: panelCollection("media_presets", {
    title: "Processing presets",
    one: "preset",
    many: "presets",
    template: "{{name}} {{job_type}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          name: { label: "Name", look: look.line(), half: true },
          job_type: {
            label: "What it is for",
            look: look.words({
              watermark: ["Watermark", "branding_watermark"],
              teaser: ["Teaser", "movie"],
              compress: ["Smaller copy", "compress"],
              strip_metadata: ["Without metadata", "location_off"],
            }),
            half: true,
          },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          is_default: {
            label: "Standard",
            look: look.toggle("The work starts from it"),
            half: true,
          },
          watermark_file_id: { label: "Watermark", look: look.image },
          options: { label: "Settings", look: look.json },
        },
      },
    ],
  }),
};
