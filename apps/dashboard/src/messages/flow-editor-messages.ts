import { flowEditor } from "./en/flow-editor.ts";

export const flowEditorMessages = { en: { flowEditor } };
