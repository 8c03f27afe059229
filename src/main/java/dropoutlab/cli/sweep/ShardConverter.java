package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.sweep.Shard;
import dropoutlab.words.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/// Reads `3/20`: the fourth of twenty shares of a plan.
final class ShardConverter implements ITypeConverter<Shard> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  @Override public Shard convert(String text) {
    Matcher said = FORM.matcher(text.strip());
    if (!said.matches()) throw new CallerMistake(Words.of("sweepcli.shard", text));
    int index = Integer.parseInt(said.group(1)), count = Integer.parseInt(said.group(2));
    if (index >= count) throw new CallerMistake(Words.of("sweepcli.shard.range", text, Math.max(0, count - 1)));
    return new Shard(index, count);
  }
}
