package dropoutlab.spec.sweep;

import dropoutlab.spec.Seed;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.stream.LongStream;

/// Seeds one after the other: `first`, `first` + 1, ..., `last`.
public record SeedRange(long first, long last) {
  public SeedRange {
    Seed.require("first", first);
    Seed.require("last", last);
    if (last < first) throw new IllegalArgumentException(Words.of("sweepspec.seeds.backwards", last, first));
    if (last - first >= Sweep.MOST_RUNS)
      throw new IllegalArgumentException(Words.of("sweepspec.seeds.many", Numbers.count(Sweep.MOST_RUNS)));
  }

  /// Reads `1..40`, `1...40`, `1 ... 40` with the ellipsis too, or one seed.
  ///
  /// @throws IllegalArgumentException with one sentence
  public static SeedRange parse(String text) {
    String[] ends = text.strip().split("\\s*(?:\\.{2,3}|\u2026|-|\u2013)\\s*", -1);
    if (ends.length > 2 || !ends[0].matches("\\d{1,16}") || !ends[ends.length - 1].matches("\\d{1,16}"))
      throw new IllegalArgumentException(Words.of("sweepspec.seeds.form", text.strip()));
    return new SeedRange(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
  }

  public int count() { return Math.toIntExact(last - first + 1); }

  public long at(int index) { return first + index; }

  public LongStream stream() { return LongStream.rangeClosed(first, last); }
}
