export const admin = {
  frame: "Admin panel",
  loading: "The admin panel is coming",
  failed:
    "The admin panel did not come up. Nothing was changed. It may be starting; try again in a moment.",
  notForYouTitle: "This page is not for you",
  notForYou:
    "The admin panel is for the people who run this server. Everything of yours is in the other pages.",
};
