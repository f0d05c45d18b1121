export { canDeletePosts, canLookUp, canSeePosts, type LookingAdapter } from "./adapter.ts";
export { createAdapters, requireAdapter } from "./create-adapters.ts";
