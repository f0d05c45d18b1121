import { recipeAdapter, type RecipeAdapter } from "../recipe/recipe-adapter.ts";
import { fanslySite } from "./site.ts";

/** The ways into Fansly. */
export function fanslyAdapter(): RecipeAdapter {
  return recipeAdapter(fanslySite);
}
