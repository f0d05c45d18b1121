import { h, resolveComponent } from "vue";

const colors = { stored: "var(--theme--foreground)", nothing: "var(--theme--foreground-subdued)" };

/** Whether something is stored, as an icon and words. */
export function storedMark(value) {
  const isStored = value !== null && value !== undefined;
  const color = isStored ? colors.stored : colors.nothing;
  return h(
    "span",
    { style: `display: inline-flex; gap: 8px; align-items: center; color: ${color}` },
    [
      h(resolveComponent("v-icon"), { name: isStored ? "lock" : "no_encryption", small: true }),
      isStored ? "Stored, not shown" : "Nothing stored",
    ],
  );
}
