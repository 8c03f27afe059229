package dropoutlab.sweep;

/// What a sweep will take, from its first runs.
///
/// @param trials      how many runs were measured; their results are kept
/// @param secondsEach the median of them
/// @param runs        all that are to be trained, repeats included
/// @param bytes       of memory that one run takes at most
public record Estimate(int trials, double secondsEach, long runs, long bytes) {
  public double secondsOnOneCore() { return secondsEach * runs; }

  public double seconds(int threads) { return secondsOnOneCore() / threads; }
}
