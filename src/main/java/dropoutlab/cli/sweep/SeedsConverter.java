package dropoutlab.cli.sweep;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.words.Words;
import picocli.CommandLine.ITypeConverter;

/// Reads `1..40`, or `10` for the first ten.
final class SeedsConverter implements ITypeConverter<SeedRange> {
  @Override public SeedRange convert(String text) {
    String said = text.strip();
    try {
      return SeedRange.parse(said.matches("\\d+") ? "1.." + said : said);
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(Words.of("sweepcli.option", "--seeds", e.getMessage()), e);
    }
  }
}
