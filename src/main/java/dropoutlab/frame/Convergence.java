package dropoutlab.frame;

import java.util.List;

/// How the estimates settle as passes are added. Each list has one entry for each of several rising numbers of passes,
/// the last of which is T.
///
/// @param passes how many passes were taken
/// @param mean   the mean of these passes
/// @param meanSe the standard error of the mean, sd / sqrt(passes)
/// @param sd     their sample standard deviation (1/(T-1)); 0 for one pass
/// @param sdSe   the standard error of sd by the fourth moment (delta method); 0 for one pass
public record Convergence(List<Integer> passes, List<Double> mean, List<Double> meanSe, List<Double> sd,
                          List<Double> sdSe) {
  /// The estimates of no passes.
  public static final Convergence NONE = new Convergence(List.of(), List.of(), List.of(), List.of(), List.of());

  public Convergence {
    passes = List.copyOf(passes);
    mean = List.copyOf(mean);
    meanSe = List.copyOf(meanSe);
    sd = List.copyOf(sd);
    sdSe = List.copyOf(sdSe);
  }
}
