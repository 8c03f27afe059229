package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.frame.Phase;
import dropoutlab.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// The moment at which a run is looked at; its end, where nothing is said.
final class MomentArguments {
  private static final Pattern STEP = Pattern.compile("(\\d{1,15})(?::(forward|mask|backward|update))?", Pattern.CASE_INSENSITIVE);

  @Option(names = "--step", paramLabel = "N")
  private String step;

  @Option(names = "--past", paramLabel = "EPOCH")
  private Integer past;

  Optional<Moment> moment() {
    if (step == null) return Optional.empty();
    Matcher said = STEP.matcher(step.strip());
    if (!said.matches()) throw new CallerMistake(Words.of("cli.render.step", step));
    return Optional.of(new Moment(Long.parseLong(said.group(1)),
        said.group(2) == null ? Phase.UPDATE : Phase.valueOf(said.group(2).toUpperCase(Locale.ROOT)), OptionalInt.empty()));
  }

  OptionalInt past() {
    if (past != null && past < 0) throw new CallerMistake(Words.of("cli.render.past", past));
    return past == null ? OptionalInt.empty() : OptionalInt.of(past);
  }
}
