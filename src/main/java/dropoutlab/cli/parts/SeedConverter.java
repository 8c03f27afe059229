package dropoutlab.cli.parts;

import dropoutlab.spec.Seed;
import picocli.CommandLine.ITypeConverter;

/// Reads a seed on the command line, from the same range as everywhere.
public class SeedConverter implements ITypeConverter<Long> {
  private final String option;

  public SeedConverter() { this("--seed"); }

  private SeedConverter(String option) { this.option = option; }

  @Override public Long convert(String text) {
    return Seed.of(text).orElseThrow(() -> new CallerMistake(option + ": " + Seed.fault('"' + text + '"') + "."));
  }

  /// The first seed of several.
  public static final class First extends SeedConverter {
    First() { super("--first"); }
  }
}
