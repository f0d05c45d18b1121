import * as look from "../looks.ts";
import { panelCollection } from "../panel-collection.ts";

const concept = look.related("{{concept_name}}");

export const taxonomy = {
  taxonomy_dimensions: panelCollection("taxonomy_dimensions", {
    title: "Concepts",
    one: "concept",
    many: "concepts",
    template: "{{concept_name}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          concept_name: { label: "Concept", look: look.line(), readonly: true, half: true },
          display_order: {
            label: "Place in the list",
            look: look.number(),
            readonly: true,
            half: true,
          },
          description: { label: "What it means", look: look.paragraph, readonly: true },
          slug: { label: "Short name", look: look.code, readonly: true, half: true },
        },
      },
    ],
  }),
  taxonomy_mapping: panelCollection("taxonomy_mapping", {
    title: "Tags",
    one: "tag",
    many: "tags",
    template: "{{tag}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          tag: { label: "Tag", look: look.line("sell"), half: true },
          dimension_id: { label: "Concept", look: concept, half: true },
          weight: { label: "How strongly", look: look.weight, note: "From 0 to 1." },
          aliases: { label: "Other spellings", look: look.tags },
          active: { label: "In use", look: look.toggle("It is looked for"), half: true },
          date_updated: { label: "Last changed", look: look.past, readonly: true, half: true },
          shipped: { label: "As it came", look: look.code, hidden: true, readonly: true },
        },
      },
    ],
  }),
  tag_overrides: panelCollection("tag_overrides", {
    title: "Creators' own tags",
    one: "tag of a creator's own",
    many: "tags of creators' own",
    template: "{{tag}}",
    form: [
      {
        fields: {
          id: { label: "Id", look: look.code, hidden: true, readonly: true },
          tag: { label: "Tag", look: look.line("sell"), half: true },
          dimension_id: { label: "Concept", look: concept, half: true },
          weight: { label: "How strongly", look: look.weight, note: "From 0 to 1." },
          ignored: {
            label: "Counts for nothing",
            look: look.toggle("She does not want it found"),
            half: true,
          },
          user_id: { label: "Creator", look: look.person, onceOnly: true, half: true },
          date_created: { label: "Made", look: look.past, readonly: true, half: true },
        },
      },
    ],
  }),
};
