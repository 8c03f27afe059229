package dropoutlab.export.recipe;

import dropoutlab.words.Words;

/// Which program writes recipes.
public final class Program {
  private Program() {}

  /// The version, as the jar tells it; of a program that was not packaged, a word for that.
  public static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? Words.of("recipe.development") : version;
  }
}
