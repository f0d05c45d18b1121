import { useEffect, useId, useState } from "react";
import { markBox, slant, textLayout, textRatio, tileCell } from "./mark-layout.ts";
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

/** Slanted marks, each row set off against the next. */
function Tiles({ id, size, mark }: MarkLayerProps & { id: string }) {
  const picture = useImageSize(mark.kind === "picture" ? mark.pictureId : "");
  const cell = tileCell(size, {
    ratio: mark.kind === "text" ? textRatio(mark.text) : picture.width / picture.height,
    scale: mark.scale / 100,
    margin: mark.margin / 100,
  });
  const inner = { width: cell.mark.width, height: cell.mark.height };
  return (
    <pattern id={id} width={2 * cell.width} height={2 * cell.height} patternUnits="userSpaceOnUse">
      {[0, 1].map((row) => (
        <g
          key={row}
          transform={`translate(${row * cell.width + cell.middle.x} ${row * cell.height + cell.middle.y}) rotate(${slant}) translate(${-inner.width / 2} ${-inner.height / 2})`}
        >
          <Mark size={inner} mark={{ ...mark, position: "center", scale: 100, margin: 0 }} />
        </g>
      ))}
    </pattern>
  );
}

/** Of a stored picture; a square until it has come. */
function useImageSize(fileId: string): Size {
  const [known, setKnown] = useState<Size & { fileId: string }>();
  useEffect(() => {
    if (fileId === "") return undefined;
    const image = new Image();
    image.addEventListener("load", () =>
      setKnown({ fileId, width: image.naturalWidth, height: image.naturalHeight }),
    );
    image.src = `/api/directus/assets/${fileId}`;
    return () => image.removeAttribute("src");
  }, [fileId]);
  return known?.fileId === fileId ? known : { width: 1, height: 1 };
}

const alignments = {
  "top-left": "xMinYMin",
  "top-right": "xMaxYMin",
  center: "xMidYMid",
  "bottom-left": "xMinYMax",
  "bottom-right": "xMaxYMax",
} as const satisfies Record<MarkValues["position"], string>;
