export { canDeletePosts, canLookUp, canSeePosts } from "./adapter.ts";
export { createAdapters, requireAdapter } from "./create-adapters.ts";
