package dropoutlab.spec.sweep;

import java.util.stream.LongStream;

/// Seeds one after the other: `first`, `first` + 1, ..., `last`.
public record SeedRange(long first, long last) {
  public int count() { return Math.toIntExact(last - first + 1); }

  public long at(int index) { return first + index; }

  public LongStream stream() { return LongStream.rangeClosed(first, last); }
}
