import { recipeAdapter, type RecipeAdapter } from "../recipe/recipe-adapter.ts";
import { sandboxSite } from "./site.ts";

/** The ways into the sandbox at an address. */
export function sandboxAdapter(origin: string): RecipeAdapter {
  return recipeAdapter(sandboxSite(origin));
}
