package dropoutlab.frame;

import java.util.List;
import java.util.Optional;

/// The answer to a [Query], in the user's units. [Learned] holds the answers that need no passes,
/// [Evidence] what was measured about methods.
public sealed interface Result permits Learned, Evidence, Result.OfPasses {
  /// An answer from passes with dropout on.
  sealed interface OfPasses extends Result {}

  /// The answer of another method along the same x: mean and standard deviation without the noise, (n x 1) each.
  record Rival(Method method, Matrix mean, Matrix sd) {}

  /// The answer along one input.
  ///
  /// @param x             (n x 1), rising, extending beyond the data on both sides
  /// @param mean          (n x 1), the mean of the passes
  /// @param epistemicSd   (n x 1), the population standard deviation of the passes
  /// @param aleatoricSd   (n x 1): tau^-1/2 everywhere, or the standard deviation that the network has learnt for each
  ///                      x
  /// @param noise         the noise from which `aleatoricSd` comes
  /// @param deterministic (n x 1), masks off
  /// @param singles       (k x n), some single passes
  /// @param dataFrom      the least training input
  /// @param dataTo        the greatest training input
  record Line(int passes, boolean held, Matrix x, Matrix mean, Matrix epistemicSd, Matrix aleatoricSd, Noise noise,
              Matrix deterministic, Matrix singles, double dataFrom, double dataTo, List<Rival> rivals,
              Optional<PointPasses> probe) implements OfPasses {
    public Line { rivals = List.copyOf(rivals); }
  }

  /// Maps on a grid as in [Learned.DecisionMap].
  ///
  /// @param mean        (cells x columns): the mean probabilities, or the mean prediction
  /// @param variance    (cells x 1): for classes the mean, over the classes, of the variances of their probabilities
  /// @param entropy     (cells x 1) in nats; empty for regression
  /// @param information (cells x 1) in nats; empty for regression
  /// @param ensemble    the answer of the ensemble's members in the same form; empty if it was not asked for
  record Plane(int passes, Viewport window, int columns, int rows, Matrix mean, Matrix variance, Matrix entropy,
               Matrix information, Optional<Plane> ensemble, Optional<PointPasses> probe) implements OfPasses {}

  /// The answer at one input.
  ///
  /// @param ensemble the members' answers, (members x columns), or empty
  /// @param noise    the noise around the passes
  record Point(PointPasses passes, Matrix ensemble, Noise noise) implements OfPasses {}

  /// A picture turned step by step.
  ///
  /// @param degrees       the angle of each step, counter-clockwise
  /// @param pictures      (steps x pixels), from 0 (paper) to 1 (ink)
  /// @param probabilities one matrix (T x classes) per step
  /// @param mean          (steps x classes)
  /// @param deterministic (steps x classes), masks off
  /// @param entropy       (steps x 1), in nats
  /// @param information   (steps x 1), in nats
  record Rotation(int passes, int label, List<String> classes, int width, int height, List<Double> degrees,
                  Matrix pictures, List<Matrix> probabilities, Matrix mean, Matrix deterministic, Matrix entropy,
                  Matrix information) implements OfPasses {
    public Rotation {
      classes = List.copyOf(classes);
      degrees = List.copyOf(degrees);
      probabilities = List.copyOf(probabilities);
    }
  }

  /// Glyphs that this program draws, compared with the images of the data: a score of each, and how well the score
  /// separates the two.
  ///
  /// @param inside             (n x 1): the mutual information of the images, in nats
  /// @param outside            (m x 1): that of the glyphs
  /// @param insideEntropy      (n x 1): the predictive entropy of the images, in nats
  /// @param outsideEntropy     (m x 1): that of the glyphs
  /// @param pictures           (k x pixels): some of the glyphs
  /// @param pictureInformation their mutual information
  /// @param information        the area under the ROC curve of the mutual information
  /// @param entropy            that of the predictive entropy
  /// @param digits             whether the images are known to be digits, and the glyphs to be none; otherwise the
  ///                           glyphs are signs, and nothing is known about the images
  record Foreign(int passes, Matrix inside, Matrix outside, Matrix insideEntropy, Matrix outsideEntropy, int width,
                 int height, Matrix pictures, Matrix pictureInformation, Area information, Area entropy,
                 boolean digits) implements OfPasses {}

  /// The area under a ROC curve with its 95 % interval.
  record Area(double area, double low, double high) {}

  /// The quality of the methods that were asked for.
  ///
  /// @param reliability    of classes only
  /// @param coverage       of regression only
  /// @param sparsification of all methods whose uncertainty can sort the examples
  /// @param scores         of all methods
  record QualityReport(int passes, int examples, List<Quality.Reliability> reliability, List<Quality.Coverage> coverage,
                       List<Quality.Sparsification> sparsification, List<Quality.Scores> scores) implements OfPasses {
    public QualityReport {
      reliability = List.copyOf(reliability);
      coverage = List.copyOf(coverage);
      sparsification = List.copyOf(sparsification);
      scores = List.copyOf(scores);
    }
  }
}
