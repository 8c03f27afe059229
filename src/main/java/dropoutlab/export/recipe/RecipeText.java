package dropoutlab.export.recipe;

import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.figure.plot.Theme;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A [Recipe] as JSON on one line. Reading is strict: what does not fit is told in one sentence that names the source
/// and the path in it. Writing and reading again gives an equal recipe.
public final class RecipeText {
  static final String FORMAT = "dropout-lab-recipe";
  static final int VERSION = 1;
  /// Data that a person clicked or pasted are part of an experiment; no more of them can be.
  static final int MOST_CHARACTERS = 16 << 20;

  private RecipeText() {}

  private record Whole(String format, int version, String program, JsonNode subject, OnPage page, boolean caption,
                       Moving animation) {}

  private record OnPage(String purpose, double widthCm, double heightCm, double dpi, double wordsPt, double captionPt,
                        double lines, String theme, boolean transparent) {}

  private record Moving(Animation.Over over, double from, double to, double every, double perSecond, double lastSeconds,
                        boolean loop) {}

  public static String write(Recipe recipe) {
    return StrictJson.compact(new Whole(FORMAT, VERSION, recipe.program(), SubjectText.tree(recipe.subject()),
        page(recipe.page()), recipe.caption(), recipe.animation().map(RecipeText::moving).orElse(null)));
  }

  private static OnPage page(Page page) {
    return new OnPage(page.purpose().id(), page.widthCm(), page.heightCm(), page.dpi(), page.wordsPt(),
        page.captionPt(),
        page.lines(), page.theme().name(), page.transparent());
  }

  private static Moving moving(Animation film) {
    return new Moving(film.over(), film.from(), film.to(), film.every(), film.perSecond(), film.lastSeconds(),
        film.loop());
  }

  /// Whether a text says that it is a recipe, be it right or wrong.
  static boolean isRecipe(JsonNode tree) { return FORMAT.equals(tree.path("format").stringValue(null)); }

  /// @param name of what the text was found in, with which each sentence begins
  /// @throws ExperimentException with one sentence if it is no recipe
  public static Recipe read(String text, String name) {
    if (text.length() > MOST_CHARACTERS)
      throw new ExperimentException(Words.of("recipe.large", name, MOST_CHARACTERS >> 20));
    return read(StrictJson.parse(text, name), name);
  }

  static Recipe read(ObjectNode tree, String name) {
    requireOurs(tree, name);
    if (!tree.has("animation")) tree.putNull("animation");
    Whole whole = naming(name, () -> StrictJson.bind(tree, Whole.class));
    if (whole.program() == null) throw missing(name, "program");
    if (whole.page() == null) throw missing(name, "page");
    return new Recipe(whole.program(), SubjectText.subject(whole.subject(), name), page(whole.page(), name),
        whole.caption(),
        Optional.ofNullable(whole.animation()).map(film -> animation(film, name)));
  }

  private static void requireOurs(ObjectNode tree, String name) {
    if (!isRecipe(tree)) throw new ExperimentException(Words.of("recipe.none", name));
    JsonNode version = tree.path("version");
    if (!version.isInt() || version.intValue() < 1) throw new ExperimentException(Words.of("recipe.no_version", name,
        VERSION));
    if (version.intValue() > VERSION) throw new ExperimentException(Words.of("recipe.newer", name, version.intValue()));
  }

  private static Page page(OnPage page, String name) {
    Purpose purpose = Purpose.named(String.valueOf(page.purpose())).orElseThrow(() ->
        unknown(name, "page.purpose", page.purpose(), Arrays.stream(Purpose.values()).map(Purpose::id).toList()));
    Theme theme = Theme.named(String.valueOf(page.theme())).orElseThrow(() ->
        unknown(name, "page.theme", page.theme(), Theme.ALL.stream().map(Theme::name).toList()));
    return refused(name, "page", () -> {
      Pages.requireUsual(page.widthCm(), page.heightCm(), page.dpi(), page.wordsPt(), page.captionPt(), page.lines());
      return new Page(purpose, page.widthCm(), page.heightCm(), page.dpi(), page.wordsPt(), page.captionPt(),
          page.lines(), theme,
          page.transparent());
    });
  }

  private static Animation animation(Moving film, String name) {
    if (film.over() == null) throw missing(name, "animation.over");
    return refused(name, "animation", () -> new Animation(film.over(), film.from(), film.to(), film.every(),
        film.perSecond(),
        film.lastSeconds(), film.loop()));
  }

  static ExperimentException missing(String name, String path) {
    return new ExperimentException(Words.of("recipe.missing", name, path));
  }

  static ExperimentException unknown(String name, String path, String value, List<String> known) {
    return value == null ? missing(name, path)
        : new ExperimentException(Words.of("recipe.unknown", name, path, value, Suggestion.among(value, known)));
  }

  /// What a record refuses, with the path to it.
  static <T> T refused(String name, String path, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(Words.of("recipe.refused", name, path, e.getMessage()), e);
    }
  }

  /// Puts the source, and the path so far, before the sentence about a part.
  static <T> T naming(String name, Supplier<T> read) {
    try {
      return read.get();
    } catch (ExperimentException e) {
      throw new ExperimentException(Words.of("recipe.part_of", name, e.getMessage()), e);
    }
  }
}
