import { type CollectionName, collections } from "@genie/schema";
import type { Look } from "./looks.ts";

/** How a field is shown and entered. */
export type PanelField = {
  label: string;
  look: Look;
  /** Help under the field; the schema's note when it is left out. */
  note?: string;
  half?: true;
  /** Only the machine writes it. */
  readonly?: true;
  /** Asked for when a row is made, fixed from then on. */
  onceOnly?: true;
  hidden?: true;
  /** Only shown where the filter fits the row. */
  shownWhen?: Record<string, unknown>;
};

/** Fields that stand together; with a title they can be folded. */
export type Section<Name extends string = string> = {
  title?: { key: string; text: string; icon: string; folded?: true };
  fields: Partial<Record<Name, PanelField>>;
};

/** How a collection appears in Directus' own panel. Rights and rules are elsewhere. */
export type PanelCollection<Name extends string = string> = {
  /** Within a sentence, such as "post" and "posts". */
  one: string;
  many: string;
  /** In the navigation and as the title of the list. */
  title: string;
  template: string;
  hidden?: true;
  archive?: { field: Name; value: string; back: string };
  form: readonly Section<Name>[];
};

type FieldName<C extends CollectionName> = keyof (typeof collections)[C]["fields"] & string;

/** Declares how the collection of that name appears. */
export const panelCollection = <const C extends CollectionName>(
  _name: C,
  panel: PanelCollection<FieldName<C>>,
): PanelCollection => panel;
