package dropoutlab.frame;

import java.util.List;
import java.util.Optional;

/// The T passes at one input, in the user's units.
///
/// @param at            the input, (1 x inputs)
/// @param known         the example of the data that the input is or was made from, with its true answer
/// @param values        (T x columns): the predicted value, or one probability per class
/// @param deterministic (1 x columns), masks off
/// @param scores        the scores of classes; empty for regression
/// @param noiseSd       the standard deviation of the noise at the input, in the target's unit; 0 for classes
/// @param column        the column that `convergence` and the histogram show: 0 for regression, 1 for two classes, else
///                      the most probable class
/// @param convergence   how the estimates of that column settle as passes are added
/// @param voters        some thinned networks of each side: for classes of each class with a vote, for regression of
///                      the lowest and the highest values
public record PointPasses(Matrix at, Optional<Known> known, Matrix values, Matrix deterministic,
                          Optional<ClassScores> scores, double noiseSd, int column, Convergence convergence,
                          List<Voter> voters) {
  public PointPasses { voters = List.copyOf(voters); }

  /// Makes the passes of a question without an answer yet, at an example or at no place in particular, for a number of
  /// classes; 0 for regression.
  public static PointPasses none(Optional<Known> known, int classes) {
    return new PointPasses(Matrix.EMPTY, known, Matrix.generate(0, classes, (_, _) -> 0), Matrix.EMPTY,
        Optional.empty(), 0, classes == 2 ? 1 : 0, Convergence.NONE, List.of());
  }

  /// An example with a known answer.
  ///
  /// @param row     its row among the examples that are shown
  /// @param truth   the index of its class, or its target in the user's unit
  /// @param heldOut whether it is a validation example and not a training example
  public record Known(int row, double truth, boolean heldOut) {}

  /// The scores of one input's class probabilities; entropies are in nats.
  ///
  /// @param entropy         the predictive entropy, that of the mean probabilities
  /// @param expectedEntropy the mean of the entropies of the passes
  /// @param information     the mutual information, which is their difference
  /// @param variationRatio  1 - (votes for the class with most votes) / T; a pass votes for its most probable class,
  ///                        the first of several equal ones
  /// @param classSd         the population standard deviation, over the passes, of each class's probability
  public record ClassScores(double entropy, double expectedEntropy, double information, double variationRatio,
                            List<Double> classSd) {
    public ClassScores { classSd = List.copyOf(classSd); }
  }

  /// One thinned network and its answer.
  ///
  /// @param pass  the number of its pass
  /// @param side  the class for which it votes; for regression 0 for low and 1 for high
  /// @param value its prediction for `column`
  /// @param masks the factors of the input and of each hidden layer, (1 x units); empty where nothing is dropped
  public record Voter(int pass, int side, double value, List<Matrix> masks) {
    public Voter { masks = List.copyOf(masks); }
  }
}
