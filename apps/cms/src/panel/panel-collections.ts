import type { CollectionName } from "@genie/schema";
import { accounts } from "./collections/accounts.ts";
import { audience } from "./collections/audience.ts";
import { automation } from "./collections/automation.ts";
import { library } from "./collections/library.ts";
import { people } from "./collections/people.ts";
import { publishing } from "./collections/publishing.ts";
import { taxonomy } from "./collections/taxonomy.ts";
import { workshop } from "./collections/workshop.ts";
import { code, paragraph, past, person, tags } from "./looks.ts";
import type { PanelCollection, PanelField, Section } from "./panel-collection.ts";

/** How each collection of ours appears in the panel, in the order of the navigation. */
export const panelCollections: Record<CollectionName, PanelCollection> = {
  ...publishing,
  ...library,
  ...accounts,
  ...audience,
  ...automation,
  ...taxonomy,
  ...people,
  ...workshop,
};

/** Fields that we add to Directus' own collections. */
export const panelSystemFields: Record<string, Record<string, PanelField>> = {
  directus_users: {
    signed_out_at: { label: "Signed out everywhere", look: past, readonly: true, half: true },
  },
  directus_files: {
    owner: {
      label: "Owner",
      look: person,
      note: "The creator whose file it is. Set by the gate.",
      readonly: true,
      half: true,
    },
    prepared_at: { label: "Prepared", look: past, readonly: true, half: true },
    preparation_problem: { label: "Why it was not prepared", look: paragraph, readonly: true },
    placeholder: { label: "Placeholder", look: code, readonly: true, half: true },
    perceptual_hash: { label: "Fingerprint", look: code, readonly: true, half: true },
    removed_metadata: { label: "Taken out", look: tags, readonly: true, half: true },
  },
};

export type PlacedField = PanelField & { sort: number; section: string | null };

/** The form of a collection from top to bottom: its fields, and the sections that they stand in. */
export function placedForm(collection: string): {
  fields: ReadonlyMap<string, PlacedField>;
  sections: readonly { key: string; text: string; icon: string; folded?: true; sort: number }[];
} {
  const fields = new Map<string, PlacedField>();
  const sections: { key: string; text: string; icon: string; folded?: true; sort: number }[] = [];
  let sort = 0;
  for (const { title, fields: inSection } of formOf(collection)) {
    if (title) sections.push({ ...title, sort: (sort += 1) });
    for (const [name, field] of Object.entries(inSection)) {
      if (field) fields.set(name, { ...field, section: title?.key ?? null, sort: (sort += 1) });
    }
  }
  return { fields, sections };
}

function formOf(collection: string): readonly Section[] {
  if (Object.hasOwn(panelCollections, collection)) {
    return panelCollections[collection as CollectionName].form;
  }
  return [{ fields: panelSystemFields[collection] ?? {} }];
}
