import type { MediaPreset } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";
import { type MarkValues, startValues, withOptions } from "./work-values.ts";

/** What a preset asks for, in a line. */
export function describePreset(
  { work, options }: Pick<MediaPreset, "options" | "work">,
  { mediaWork }: Pick<Messages, "mediaWork">,
): string {
  const values = withOptions(startValues("", undefined), work, options);
  if (values === null) return mediaWork.presets.unusable;
  const { teaser, compress, mark } = values;
  const { parts } = mediaWork.presets;
  if (work === "compress") return parts.atMost(compress.targetMb);
  if (work === "strip_metadata") return "";
  const said = describeMark(mark, mediaWork);
  if (work === "watermark") return said.join(", ");
  return [
    parts.seconds(teaser.lengthS),
    teaser.from === "best" ? parts.best : parts.from(teaser.startS),
    ...(teaser.aspect === "original" ? [] : [mediaWork.teaser.aspects[teaser.aspect]]),
    ...(teaser.blur === 0 ? [] : [mediaWork.teaser.blur(teaser.blur)]),
    ...(teaser.sound ? [] : [parts.silent]),
    ...(teaser.isMarked ? said : []),
  ].join(", ");
}

function describeMark(mark: MarkValues, { mark: text, presets }: Messages["mediaWork"]): string[] {
  return [
    mark.kind === "text" ? presets.parts.text(mark.text) : text.kinds.picture,
    mark.tile ? text.tile : text.positions[mark.position],
    text.opacity(mark.opacity),
    text.scale(mark.scale),
  ];
}
