package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.export.recipe.Animation;
import dropoutlab.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// What moves, and how fast.
final class FilmArguments {
  private static final Pattern RANGE =
      Pattern.compile("(epochs|batches|passes|p)=([0-9.]+)\\.\\.([0-9.]+?)(?::([0-9.]+))?",
      Pattern.CASE_INSENSITIVE);

  @Option(names = "--animate", paramLabel = "RANGE")
  private String range;

  @Option(names = "--fps", paramLabel = "N")
  private Double perSecond;

  @Option(names = "--last", paramLabel = "S")
  private Double lastSeconds;

  @Option(names = "--once")
  private boolean once;

  Optional<Animation> animation() {
    if (range == null) {
      if (perSecond != null || lastSeconds != null || once) throw new CallerMistake(Words.of("cli.render.no_film"));
      return Optional.empty();
    }
    Matcher said = RANGE.matcher(range.strip());
    if (!said.matches()) throw new CallerMistake(Words.of("cli.render.animate", range));
    try {
      double every = said.group(4) == null ? 1 : Double.parseDouble(said.group(4));
      return Optional.of(new Animation(Animation.Over.valueOf(said.group(1).toUpperCase(Locale.ROOT)),
          Double.parseDouble(said.group(2)), Double.parseDouble(said.group(3)), every,
          perSecond == null ? Animation.USUAL_RATE : perSecond, lastSeconds == null ? Animation.USUAL_LAST
          : lastSeconds, !once));
    } catch (NumberFormatException e) {
      throw new CallerMistake(Words.of("cli.render.animate", range), e);
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage(), e);
    }
  }
}
