/** The columns of the list: mark, picture, caption, day, then a figure each; on a phone the first three. */
export const listColumns =
  "grid w-full items-center gap-x-3 grid-cols-[2rem_3.5rem_minmax(0,1fr)] md:grid-cols-[2rem_3.5rem_minmax(0,1fr)_7.5rem_4.5rem_4.5rem_4.5rem_6rem]";
