package dropoutlab.data;

import java.util.List;

/// The affine map between the user's units and the engine's: scaled = (raw - mean) / sd, with one mean and one standard
/// deviation per column, fitted on the training examples alone. A constant column has sd 1.
public record Scaling(List<Double> mean, List<Double> sd) {
  public Scaling {
    mean = List.copyOf(mean);
    sd = List.copyOf(sd);
    if (mean.size() != sd.size())
      throw new IllegalArgumentException(mean.size() + " means but " + sd.size() + " standard deviations");
  }

  public int columns() { return mean.size(); }

  public double toScaled(int column, double raw) { return (raw - mean.get(column)) / sd.get(column); }

  public double toRaw(int column, double scaled) { return scaled * sd.get(column) + mean.get(column); }
}
