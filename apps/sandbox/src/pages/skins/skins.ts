import type { SkinName } from "../skin-name.ts";
import { cards } from "./cards.ts";
import { classic } from "./classic.ts";
import type { Skin } from "./skin.ts";
import { table } from "./table.ts";

export const skins = { classic, cards, table } satisfies Record<SkinName, Skin>;
