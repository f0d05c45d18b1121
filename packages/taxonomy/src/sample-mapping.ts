import type { TagMapping } from "./classifier.ts";

/** A few tags for tests. */
export const sampleMapping: TagMapping[] = [
  ["beach", "content-type", 0.5, "beaches|playa|praia|strand|plage|🏖"],
  ["selfie", "production-quality", 0.2, "selfies"],
  ["mirror selfie", "production-quality", 0.2, "mirror-selfie|mirrorselfie"],
  ["photo shoot", "content-type", 0.8, "photoshoot|sesión de fotos|fotoshooting|séance photo"],
  ["behind the scenes", "content-type", 0.8, "bts|detrás de cámaras|hinter den kulissen"],
  ["golden hour", "production-quality", 0.7, "goldenhour"],
  ["dog", "audience-appeal", 0.7, "perro|cachorro|hund|chien"],
  ["skateboard", "audience-appeal", 0.7, "skateboarding"],
  ["red lipstick", "audience-appeal", 0.5, "roter lippenstift|labial rojo"],
  ["red dress", "audience-appeal", 0.4, "vestido rojo"],
  ["adults only", "intimacy-level", 0.95, "18+|nur für erwachsene"],
  ["family friendly", "intimacy-level", 0.05, "wholesome"],
  ["cozy", "intimacy-level", 0.2, "gemütlich"],
  ["playful", "intimacy-level", 0.3, ""],
  ["hugs", "intimacy-level", 0.25, ""],
  ["safe for work", "intimacy-level", 0.1, "sfw"],
  ["valentines day", "engagement-potential", 0.6, "valentine's day|st. valentine"],
  ["giveaway", "engagement-potential", 0.9, "giveaways|verlosung"],
  ["vertical video", "platform-fit", 0.7, "9:16"],
  ["trailer", "content-type", 0.6, ""],
  ["meme", "engagement-potential", 0.6, "memes"],
  ["painter", "content-type", 0.5, ""],
  ["printer", "content-type", 0.2, ""],
].map(([tag, concept, weight, aliases]) => ({
  tag,
  concept,
  weight,
  aliases: String(aliases).split("|").filter(Boolean),
})) as TagMapping[];
