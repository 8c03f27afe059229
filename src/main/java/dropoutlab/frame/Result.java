package dropoutlab.frame;

import java.util.List;
import java.util.Optional;

/// What a [Query] found, in the user's units. [Learned] is what no passes are needed for.
public sealed interface Result permits Learned, Result.OfPasses {
  /// What passes with dropout on say.
  sealed interface OfPasses extends Result {}

  /// What another method says along the same x: (n x 1) mean and standard deviation without the noise.
  record Rival(Method method, Matrix mean, Matrix sd) {}

  /// @param x           (n x 1), rising, beyond the data on both sides
  /// @param mean        (n x 1), of the passes
  /// @param epistemicSd (n x 1), population sd of the passes
  /// @param aleatoricSd (n x 1): tau^-1/2 everywhere, or what the network has learnt for each x
  /// @param noise       where that comes from
  /// @param deterministic (n x 1), masks off
  /// @param singles     (k x n) some single passes
  /// @param dataFrom,dataTo the span of the training inputs: outside there are no data
  record Line(int passes, boolean held, Matrix x, Matrix mean, Matrix epistemicSd, Matrix aleatoricSd, Noise noise,
              Matrix deterministic, Matrix singles, double dataFrom, double dataTo, List<Rival> rivals,
              Optional<PointPasses> probe) implements OfPasses {
    public Line { rivals = List.copyOf(rivals); }
  }

  /// Maps on a grid as in [Learned.DecisionMap].
  ///
  /// @param mean        (cells x columns): mean probabilities, or the mean prediction
  /// @param variance    (cells x 1): for classes the mean over classes of the variances of their probabilities
  /// @param entropy     (cells x 1) nats; empty for regression
  /// @param information (cells x 1) nats; empty for regression
  /// @param ensemble    what the ensemble's members say, in the same form; empty when not asked
  record Plane(int passes, Viewport window, int columns, int rows, Matrix mean, Matrix variance, Matrix entropy,
               Matrix information, Optional<Plane> ensemble, Optional<PointPasses> probe) implements OfPasses {}

  /// @param ensemble the members' answers (members x columns), or empty
  /// @param noise    where the noise of the passes comes from
  record Point(PointPasses passes, Matrix ensemble, Noise noise) implements OfPasses {}

  /// A picture turned step by step.
  ///
  /// @param degrees     counter-clockwise, one a step
  /// @param pictures    (steps x pixels), 0 paper to 1 ink
  /// @param probabilities one table (T x classes) a step
  /// @param mean        (steps x classes)
  /// @param deterministic (steps x classes), masks off
  /// @param entropy,information (steps x 1), nats
  record Rotation(int passes, int label, List<String> classes, int width, int height, List<Double> degrees,
                  Matrix pictures, List<Matrix> probabilities, Matrix mean, Matrix deterministic, Matrix entropy,
                  Matrix information) implements OfPasses {
    public Rotation {
      classes = List.copyOf(classes);
      degrees = List.copyOf(degrees);
      probabilities = List.copyOf(probabilities);
    }
  }

  /// Glyphs of our own drawing against the images of the data: a score of each, and how well the score tells them
  /// apart.
  ///
  /// @param inside,outside (n x 1) mutual information, nats
  /// @param insideEntropy,outsideEntropy (n x 1) predictive entropy, nats
  /// @param pictures   (k x pixels) some foreign glyphs; `pictureInformation` their mutual information
  /// @param information,entropy areas under the ROC curve of the two scores
  /// @param digits     whether the images are known to be digits, and the glyphs to be none; else the glyphs are signs,
  ///                   and nothing is known of the images
  record Foreign(int passes, Matrix inside, Matrix outside, Matrix insideEntropy, Matrix outsideEntropy, int width,
                 int height, Matrix pictures, Matrix pictureInformation, Area information, Area entropy,
                 boolean digits) implements OfPasses {}

  /// Area under the ROC curve with its 95 % interval.
  record Area(double area, double low, double high) {}

  /// @param reliability,sparsification,scores of all methods asked; `coverage` of regression only, `reliability` of
  ///                    classes only
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
