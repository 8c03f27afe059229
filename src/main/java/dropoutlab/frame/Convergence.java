package dropoutlab.frame;

import java.util.List;

/// How the estimates settle as passes are added: one entry for each of some rising numbers of passes, the last T.
///
/// @param passes how many passes were taken
/// @param mean   the mean of them
/// @param meanSe its standard error, sd / sqrt(passes)
/// @param sd     their sample standard deviation (1/(T-1)); 0 for one pass
/// @param sdSe   its standard error by the fourth moment (delta method); 0 for one pass
public record Convergence(List<Integer> passes, List<Double> mean, List<Double> meanSe, List<Double> sd,
                          List<Double> sdSe) {
  /// Of no passes.
  public static final Convergence NONE = new Convergence(List.of(), List.of(), List.of(), List.of(), List.of());

  public Convergence {
    passes = List.copyOf(passes);
    mean = List.copyOf(mean);
    meanSe = List.copyOf(meanSe);
    sd = List.copyOf(sd);
    sdSe = List.copyOf(sdSe);
  }
}
