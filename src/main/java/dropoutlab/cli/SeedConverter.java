package dropoutlab.cli;

import dropoutlab.spec.Seed;
import picocli.CommandLine.ITypeConverter;

/// Reads a seed on the command line, from the same range as everywhere.
final class SeedConverter implements ITypeConverter<Long> {
  @Override public Long convert(String text) {
    return Seed.of(text).orElseThrow(() -> new CallerMistake("--seed: " + Seed.fault('"' + text + '"') + "."));
  }
}
