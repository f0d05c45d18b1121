/** The pictures of the panel, each a file in `images` and, by this id, one in Directus. */
export const panelImages = {
  mark: { id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c7001", title: "Logo of the panel" },
  favicon: { id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c7002", title: "Icon of the panel" },
} as const;
