import { useId } from "react";
import { markBox, textLayout } from "./mark-layout.ts";
import type { MarkValues } from "./work-values.ts";

type Size = { width: number; height: number };
type MarkLayerProps = {
  /** Of the picture that it lies on. */
  size: Size;
  mark: MarkValues;
};

/** A watermark, about as the worker puts it on a picture. */
export function MarkLayer({ size, mark }: MarkLayerProps) {
  const pattern = useId();
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${size.width} ${size.height}`}
      opacity={mark.opacity / 100}
      className="absolute inset-0 size-full"
    >
      {mark.tile ? (
        <>
          <Tiles id={pattern} size={size} mark={mark} />
          <rect width={size.width} height={size.height} fill={`url(#${pattern})`} />
        </>
      ) : (
        <Mark size={size} mark={mark} />
      )}
    </svg>
  );
}

function Mark({ size, mark }: MarkLayerProps) {
  const { position } = mark;
  const placing = { position, scale: mark.scale / 100, margin: mark.margin / 100 };
  if (mark.kind === "text") {
    const { fontSize, x, y, anchor } = textLayout(size, { text: mark.text, ...placing });
    return (
      <text
        x={x}
        y={y}
        textAnchor={anchor}
        fontSize={fontSize}
        fontWeight={700}
        fill="white"
        stroke="black"
        strokeWidth={fontSize * 0.04}
        paintOrder="stroke"
      >
        {mark.text}
      </text>
    );
  }
  if (mark.pictureId === "") return null;
  return (
    <image
      href={`/api/directus/assets/${mark.pictureId}`}
      {...markBox(size, placing)}
      preserveAspectRatio={alignments[position]}
    />
  );
}

/** One cell of the slanted rows. */
function Tiles({ id, size, mark }: MarkLayerProps & { id: string }) {
  const width = (size.width * mark.scale) / 100;
  const gap = (Math.min(size.width, size.height) * mark.margin) / 100;
  const cell = {
    width: width + 2 * gap,
    height: (mark.kind === "text" ? width / 3 : width) + 2 * gap,
  };
  return (
    <pattern
      id={id}
      width={cell.width}
      height={cell.height}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(-30)"
    >
      <Mark
        size={cell}
        mark={{
          ...mark,
          position: "center",
          scale: (100 * width) / cell.width,
          margin: 0,
        }}
      />
    </pattern>
  );
}

const alignments = {
  "top-left": "xMinYMin",
  "top-right": "xMaxYMin",
  center: "xMidYMid",
  "bottom-left": "xMinYMax",
  "bottom-right": "xMaxYMax",
} as const satisfies Record<MarkValues["position"], string>;
