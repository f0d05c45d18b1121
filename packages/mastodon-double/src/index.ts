export { type MastodonDouble, startMastodonDouble } from "./start-mastodon-double.ts";
