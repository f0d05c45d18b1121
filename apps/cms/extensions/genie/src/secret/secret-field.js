import { defineComponent, h, reactive, ref, resolveComponent, watch } from "vue";
import { readEntry } from "./read-entry.js";
import { storedMark } from "./stored-mark.js";

const box =
  "display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between;" +
  "min-height: var(--theme--form--field--input--height); padding: 8px 16px;" +
  "border: var(--theme--border-width) solid var(--theme--form--field--input--border-color);" +
  "border-radius: var(--theme--border-radius); background: var(--theme--form--field--input--background)";

/** The sealed text never reaches the page's text; only what was typed here is sent, and only on save. */
export const SecretField = defineComponent({
  props: {
    value: { type: [Object, Array, String], default: null },
    disabled: { type: Boolean, default: false },
    writable: { type: Boolean, default: false },
    prompt: { type: String, default: "Enter a new one" },
    fields: { type: Array, default: () => [] },
  },
  emits: ["input"],
  setup(props, { emit }) {
    const isOpen = ref(false);
    const typed = reactive({});
    let before = props.value;

    function close() {
      isOpen.value = false;
      for (const name of Object.keys(typed)) delete typed[name];
    }

    // What the server answers after a save is sealed again.
    watch(
      () => props.value,
      (value) => {
        if (value !== null && !isSealed(value)) return;
        before = value;
        close();
      },
    );

    function enter(name, text) {
      typed[name] = text ?? "";
      emit("input", readEntry(props.fields, typed) ?? before);
    }

    function undo() {
      close();
      emit("input", before);
    }

    const button = (text, onClick) =>
      h(
        resolveComponent("v-button"),
        { small: true, secondary: true, disabled: props.disabled, onClick },
        () => text,
      );

    const idle = () =>
      h("div", { style: box }, [
        storedMark(props.value),
        props.writable && !props.disabled
          ? h("span", { style: "display: flex; gap: 8px" }, [
              button(props.prompt, () => (isOpen.value = true)),
              props.value === null ? null : button("Remove", () => emit("input", null)),
            ])
          : null,
      ]);

    const asked = ({ name, label, kind }) =>
      h(resolveComponent("v-input"), {
        key: name,
        modelValue: typed[name] ?? "",
        placeholder: label,
        "aria-label": label,
        type: kind === "password" ? "password" : "text",
        autocomplete: kind === "password" ? "new-password" : "off",
        trim: false,
        "onUpdate:modelValue": (text) => enter(name, text),
      });

    const asJson = () =>
      h(resolveComponent("v-textarea"), {
        modelValue: typed.json ?? "",
        placeholder: "JSON",
        "aria-label": "JSON",
        "onUpdate:modelValue": (text) => enter("json", text),
      });

    const open = () =>
      h("div", { style: "display: grid; gap: 8px" }, [
        ...(props.fields.length > 0 ? props.fields.map(asked) : [asJson()]),
        h("div", { style: "display: flex; gap: 16px; align-items: center" }, [
          button("Keep what is stored", undo),
          h(
            "span",
            { style: "color: var(--theme--foreground-subdued)" },
            readEntry(props.fields, typed) === null
              ? "Not complete yet: saving keeps what is stored."
              : "Sealed when you save.",
          ),
        ]),
      ]);

    return () => (isOpen.value ? open() : idle());
  },
});

const isSealed = (value) => typeof value === "string" || typeof value?.sealed === "string";
