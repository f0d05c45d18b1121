/** How the builder shows the step. */
export const prepareThumbnail = {
  id: "prepare_thumbnail",
  name: "Make the thumbnail",
  icon: "photo_size_select_large",
  description:
    "Makes the small picture that the library shows, one after the other. What is no picture is passed over.",
  overview: ({ file }) => [{ label: "File", text: file ?? "" }],
  options: [
    {
      field: "file",
      name: "File",
      type: "string",
      meta: {
        width: "full",
        interface: "input",
        required: true,
        note: "The id of a stored file; of the one that was just stored it is {{$trigger.key}}.",
      },
    },
  ],
};
