package dropoutlab.cli;

import dropoutlab.spec.Seed;
import picocli.CommandLine.ITypeConverter;

/// A seed of the command line: the same numbers as everywhere.
final class SeedConverter implements ITypeConverter<Long> {
  @Override public Long convert(String text) {
    return Seed.of(text).orElseThrow(() -> new CallerMistake("--seed: " + Seed.fault('"' + text + '"') + "."));
  }
}
