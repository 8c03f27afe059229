package dropoutlab.spec.sweep;

import dropoutlab.spec.Experiment;

/// By what a run is known: the first 64 bits of SHA-256 over the canonical experiment (without title and card, which
/// change no bit), the contents of its data files, and the version of the engine. Equal experiments have the same id and
/// are trained once.
public record RunId(long bits) {
  /// @param data a fingerprint of the files that the experiment reads, "" if it reads none
  public static RunId of(Experiment experiment, String data, String engine) { throw new UnsupportedOperationException(); }

  /// Reads 16 hexadecimal digits.
  public static RunId parse(String text) { throw new UnsupportedOperationException(); }

  @Override public String toString() { return String.format("%016x", bits); }
}
