package dropoutlab.frame;

import java.util.List;

/// One immutable picture of a run, taken between two (half-)steps.
///
/// @param run         which run it belongs to; each reset starts a new one
/// @param dropRates   the rates in force: the input's first, then each hidden layer's
/// @param weights     the network's
/// @param twin        the twin's weights, or null without a twin
/// @param stepsPerSecond measured over the last second; 0 when not running
public record Frame(long run, RunState state, Progress progress, NetworkView network, History history,
                    List<Double> dropRates, Weights weights, Weights twin, double stepsPerSecond) {
  public Frame { dropRates = List.copyOf(dropRates); }

  public boolean hasTwin() { return twin != null; }
}
