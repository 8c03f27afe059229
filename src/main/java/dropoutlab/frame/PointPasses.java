package dropoutlab.frame;

import java.util.List;
import java.util.Optional;

/// The T passes at one input, in the user's units.
///
/// @param at            the input (1 x inputs)
/// @param known         which example of the data it is, or was made of, and what is true of it
/// @param values        (T x columns): the predicted value, or a probability a class
/// @param deterministic (1 x columns), masks off
/// @param scores        of classes; empty for regression
/// @param noiseSd       the noise at the input, in the target's unit; 0 for classes
/// @param column        the column that `convergence` and the histogram are of: 0 for regression, 1 of two classes,
///                      else the most probable class
/// @param voters        some thinned networks of each side: for classes of each class that got a vote, for regression
///                      of the lowest and highest values
public record PointPasses(Matrix at, Optional<Known> known, Matrix values, Matrix deterministic,
                          Optional<ClassScores> scores, double noiseSd, int column, Convergence convergence,
                          List<Voter> voters) {
  public PointPasses { voters = List.copyOf(voters); }

  /// No passes yet, at an example or at no place in particular, of so many classes; 0 for regression.
  public static PointPasses none(Optional<Known> known, int classes) {
    return new PointPasses(Matrix.EMPTY, known, Matrix.generate(0, classes, (_, _) -> 0), Matrix.EMPTY,
        Optional.empty(), 0, classes == 2 ? 1 : 0, Convergence.NONE, List.of());
  }

  /// An example whose answer is known.
  ///
  /// @param row     its row among the examples that are shown
  /// @param truth   the index of its class, or its target in the user's unit
  /// @param heldOut whether it is one for validation, and not for training
  public record Known(int row, double truth, boolean heldOut) {}

  /// Scores of one input's class probabilities, entropies in nats.
  ///
  /// @param entropy         predictive entropy, of the mean probabilities
  /// @param expectedEntropy the mean of the passes' entropies
  /// @param information     mutual information: their difference
  /// @param variationRatio  1 - (votes of the most voted class) / T; a pass votes for its most probable class, the
  ///                        first on a tie
  /// @param classSd         the population sd over passes of each class's probability
  public record ClassScores(double entropy, double expectedEntropy, double information, double variationRatio,
                            List<Double> classSd) {
    public ClassScores { classSd = List.copyOf(classSd); }
  }

  /// One thinned network and what it said.
  ///
  /// @param pass  its number
  /// @param side  the class it votes for; for regression 0 low, 1 high
  /// @param value what it predicts for `column`
  /// @param masks the multipliers of the input and of each hidden layer (1 x units), empty where nothing is dropped
  public record Voter(int pass, int side, double value, List<Matrix> masks) {
    public Voter { masks = List.copyOf(masks); }
  }
}
