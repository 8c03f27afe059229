/// Recipes: what a picture was made of, carried by its file, and the way back from a recipe to its figure. Start
/// reading at [dropoutlab.export.recipe.Recipe].
package dropoutlab.export.recipe;
