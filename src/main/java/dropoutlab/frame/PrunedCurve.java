package dropoutlab.frame;

import java.util.List;

/// A network on the examples that are held out, after the least of its units or weights were removed.
///
/// @param shares what was removed of every hidden layer, rising from 0
/// @param losses one for each share
/// @param wrong  the share of wrong classes, one for each share; empty for regression
public record PrunedCurve(List<Double> shares, List<Double> losses, List<Double> wrong) {
  public PrunedCurve {
    shares = List.copyOf(shares);
    losses = List.copyOf(losses);
    wrong = List.copyOf(wrong);
  }
}
