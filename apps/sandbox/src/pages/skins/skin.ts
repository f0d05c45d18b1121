import type { Html } from "../html.ts";
import type { FanView, Figure, PostView } from "../views.ts";

export type Field =
  | {
      kind: "text" | "password" | "code";
      label: string;
      name: string;
      value?: string;
      hint?: string;
      autocomplete: string;
    }
  | { kind: "textarea"; label: string; name: string; value: string; hint: string }
  | { kind: "files"; label: string; name: string; accept: string; hint: string }
  | {
      kind: "select";
      label: string;
      name: string;
      value: string;
      options: { value: string; text: string }[];
    };

export type Form = {
  action: string;
  fields: Field[];
  hidden: Record<string, string>;
  submit: string;
};

/** One way of marking up the same words. Labels are equal in all of them, structure is not. */
export type Skin = {
  figures: (figures: Figure[]) => Html;
  /** The posts of one page of a profile. */
  posts: (posts: PostView[]) => Html;
  /** The one post of a permalink. */
  post: (post: PostView) => Html;
  fans: (fans: FanView[]) => Html;
  form: (form: Form) => Html;
};
