import { recipeAdapter, type RecipeAdapter } from "../recipe/recipe-adapter.ts";
import { onlyfansSite } from "./site.ts";

/** The ways into OnlyFans. */
export function onlyfansAdapter(): RecipeAdapter {
  return recipeAdapter(onlyfansSite);
}
