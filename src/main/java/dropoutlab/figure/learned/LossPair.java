package dropoutlab.figure.learned;

/// Two networks whose losses are compared: the experiment's own as A, and another one as B.
///
/// @param name of B
public record LossPair(Kind a, String name, Kind b) {
  /// `KEEPS` is a network that has a method but drops nothing, so that masks make no difference; `NONE` has none.
  public enum Kind { DROPS, KEEPS, NONE }
}
