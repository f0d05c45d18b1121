/** An interface of Directus' item form with the display of its lists. */
export type Look = {
  interface: string;
  options?: Record<string, unknown>;
  display?: string;
  displayOptions?: Record<string, unknown>;
  special?: readonly string[];
};

const tones = {
  good: "var(--theme--success)",
  bad: "var(--theme--danger)",
  doubtful: "var(--theme--warning)",
  busy: "var(--theme--primary)",
  quiet: "var(--theme--foreground-subdued)",
} as const;

/** Text, icon and what the state means for the person. */
export type State = readonly [text: string, icon: string, tone: keyof typeof tones];

/** One of several states: coloured by what it means, readable in both themes. */
export function states(values: Readonly<Record<string, State>>): Look {
  const choices = Object.entries(values).map(([value, [text, icon, tone]]) => ({
    text,
    value,
    icon,
    color: tones[tone],
  }));
  return {
    interface: "select-dropdown",
    options: { choices },
    display: "labels",
    displayOptions: {
      choices: choices.map((choice) => ({
        ...choice,
        // The colour is in the icon and the ground, so that the text keeps its contrast.
        foreground: "var(--theme--foreground-accent)",
        background: `color-mix(in srgb, ${choice.color} 16%, var(--theme--background))`,
      })),
    },
  };
}

/** One of several words that are neither good nor bad. */
export function words(
  values: Readonly<Record<string, readonly [text: string, icon: string]>>,
): Look {
  const choices = Object.entries(values).map(([value, [text, icon]]) => ({ text, value, icon }));
  return {
    interface: "select-dropdown",
    options: { choices },
    display: "labels",
    displayOptions: { choices },
  };
}

export const line = (icon?: string): Look => ({
  interface: "input",
  options: { trim: true, ...(icon ? { iconLeft: icon } : {}) },
  display: "raw",
});

/** Made by a machine and read by one. */
export const code: Look = {
  interface: "input",
  options: { font: "monospace", trim: true },
  display: "formatted-value",
  displayOptions: { font: "monospace" },
};

export const paragraph: Look = {
  interface: "input-multiline",
  options: { trim: true },
  display: "raw",
};

export const link: Look = {
  interface: "input",
  options: { iconLeft: "link", trim: true },
  display: "raw",
};

export const number = (icon?: string): Look => ({
  interface: "input",
  ...(icon ? { options: { iconLeft: icon } } : {}),
  display: "formatted-value",
  displayOptions: { format: true },
});

/** A sum; which currency it is in stands in a field of its own, or is the platform's. */
export const money: Look = number("payments");

/** 0 to 1. */
export const weight: Look = {
  interface: "slider",
  options: { minValue: 0, maxValue: 1, stepInterval: 0.05, alwaysShowValue: true },
  display: "raw",
};

/** 0 to 100. */
export const percent: Look = {
  interface: "slider",
  options: { minValue: 0, maxValue: 100, stepInterval: 1, alwaysShowValue: true },
  display: "formatted-value",
  displayOptions: { suffix: " %" },
};

export const toggle = (label: string): Look => ({
  interface: "boolean",
  options: { label },
  display: "boolean",
});

/** A moment that was: as a distance from now. */
export const past: Look = {
  interface: "datetime",
  options: { use24: true },
  display: "datetime",
  displayOptions: { relative: true },
};

/** A moment that matters to the minute. */
export const moment: Look = {
  interface: "datetime",
  options: { use24: true },
  display: "datetime",
  displayOptions: { format: "d MMM yyyy, HH:mm" },
};

export const tags: Look = {
  interface: "tags",
  options: { placeholder: "Add a tag and press Enter", whitespace: null },
  display: "labels",
  displayOptions: { format: false },
};

/** Several of a few words. */
export const several = (values: Readonly<Record<string, string>>): Look => {
  const choices = Object.entries(values).map(([value, text]) => ({ text, value }));
  return {
    interface: "select-multiple-checkbox",
    options: { choices },
    display: "labels",
    displayOptions: { choices },
  };
};

export const json: Look = {
  interface: "input-code",
  options: { language: "JSON", lineNumber: false, lineWrapping: true },
  display: "formatted-json-value",
};

export const image: Look = { interface: "file-image", options: { crop: false }, display: "image" };

export const person: Look = {
  interface: "select-dropdown-m2o",
  options: { template: "{{first_name}} {{email}}", enableCreate: false },
  display: "user",
  displayOptions: { display: "both", circle: true },
};

export const account: Look = related("{{platform}} @{{username}}");
export const post: Look = related("{{status}} {{scheduled_for}} {{caption}}");
export const media: Look = related("{{file_id.$thumbnail}} {{caption}}");

/** A row of another collection, by its name there. */
export function related(template: string): Look {
  return {
    interface: "select-dropdown-m2o",
    options: { template, enableCreate: false },
    display: "related-values",
    displayOptions: { template },
  };
}

/** Several rows through a junction, in order. */
export const list = (template: string): Look => ({
  interface: "list-m2m",
  options: { template, enableCreate: false, enableLink: true },
  display: "related-values",
  displayOptions: { template },
});

export const files: Look = {
  interface: "files",
  options: { template: "{{directus_files_id.$thumbnail}} {{directus_files_id.title}}" },
  display: "related-values",
  displayOptions: { template: "{{directus_files_id.$thumbnail}}" },
};

/** Says that something is stored, never what. */
export const stored: Look = { interface: "genie-secret", display: "genie-secret" };

type AskedField = { name: string; label: string; kind: "password" | "text" };

/** The same, with a way to put something new in its place: these fields, or JSON where there are none. */
export const secret = (prompt: string, fields: readonly AskedField[] = []): Look => ({
  interface: "genie-secret",
  options: { writable: true, prompt, fields },
  display: "genie-secret",
});
