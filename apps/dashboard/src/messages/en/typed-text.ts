/** Of a field that saves as she types. */
export const typedText = {
  saving: "Saving",
  saved: "Saved",
  failed: (reason: string, isKept: boolean) =>
    `This is not saved yet. ${reason}${isKept ? " What you typed is kept on this device until it is." : ""}`,
  conflict:
    "This was changed elsewhere after you began to type here. Nothing of yours is saved yet. There it says:",
  conflictEmpty: "Nothing",
  keepMine: "Save mine instead",
  keepStored: "Drop mine",
  counter: (used: number, most: number) => `${used} of ${most} characters`,
};
