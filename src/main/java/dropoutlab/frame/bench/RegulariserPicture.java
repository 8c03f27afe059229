package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group regulariser want drawn.
public sealed interface RegulariserPicture extends Picture {
  /// Two weights of a linear model.
  ///
  /// @param x         the data, (examples x 2), column 2 in its scale
  /// @param penalties what dropout's penalty multiplies the square of each weight by
  /// @param plain     the weights without dropout
  /// @param exact     the weights with the least mean loss over all masks
  /// @param error     their squared error with masks off
  /// @param path      the same for each p: (p, weight 1, weight 2)
  /// @param trained   what the engine's training finds for some p, in the same columns
  /// @param ridge     ordinary ridge regression for each p, with the mean of both penalties on each weight
  /// @param ridged    its weights at p
  /// @param trail     where training was: (step, weight 1, weight 2), the last row where it stands
  record AdaptiveL2(double p, double scale, Matrix x, List<Double> y, List<Double> penalties, List<Double> plain,
                    List<Double> exact, double error, Matrix path, Matrix trained, Matrix ridge, List<Double> ridged,
                    Matrix trail) implements RegulariserPicture {
    public AdaptiveL2 {
      y = List.copyOf(y);
      penalties = List.copyOf(penalties);
      plain = List.copyOf(plain);
      exact = List.copyOf(exact);
      ridged = List.copyOf(ridged);
    }
  }

  /// The penalty of dropout on one example of logistic regression with two inputs.
  ///
  /// @param penalty   the exact penalty at w
  /// @param map       the exact penalty over both weights: (rows of weight 2 from the lowest, columns of weight 1)
  /// @param reach     both weights of the map go from -reach to reach
  /// @param curve     (weight 2, exact penalty), weight 1 staying
  /// @param engine    (weight 2, the engine's penalty)
  /// @param places    the weights 2 at which a person draws
  /// @param highest   that they can draw
  /// @param least     where the penalty is least along weight 2, and how large it is there
  /// @param losses    of the masks, whose bit j is 1 where input j is kept: (probability, loss)
  /// @param off       the loss with masks off
  /// @param curvature what L2 that begins alike multiplies the square of each weight by
  record FallingPenalty(double p, List<Double> w, List<Double> x, double penalty, Matrix map, double reach,
      Matrix curve,
                        Matrix engine, List<Double> places, double highest, List<Double> least, List<Double> curvature,
                        Matrix losses, double off)
      implements RegulariserPicture {
    public FallingPenalty {
      w = List.copyOf(w);
      x = List.copyOf(x);
      places = List.copyOf(places);
      least = List.copyOf(least);
      curvature = List.copyOf(curvature);
    }
  }

  /// A linear network that learns a matrix with dropout on its hidden units. Singular values keep the order of s.
  ///
  /// @param s       singular values of the matrix
  /// @param left    what is left of them, exactly
  /// @param learnt  what the engine's network has
  /// @param level   t, how much each loses
  /// @param above   how many are left
  /// @param load    of every unit, exactly
  /// @param drowned the p from which each is lost, 1 for never
  /// @param path    (p, what is left of each), exactly
  /// @param trained the same for some p, by the engine
  /// @param random  whether the network saw one random mask an example
  /// @param steps   of the whole training
  record Equalise(double p, List<Double> s, List<Double> left, List<Double> learnt, double level, int above,
      double load,
                  List<Double> drowned, Matrix path, Matrix trained, Run dropout, Run twin, Matrix randomTrail,
                  boolean random, int steps) implements RegulariserPicture {
    public Equalise {
      s = List.copyOf(s);
      left = List.copyOf(left);
      learnt = List.copyOf(learnt);
      drowned = List.copyOf(drowned);
    }

    public int units() { return dropout.loads.size(); }
  }

  /// Linear regression on random data of ever more examples.
  ///
  /// @param floor   the variance of the noise, below which no risk goes
  /// @param n       the chosen number of examples, one of `sizes`
  /// @param grid    the numbers of examples at which a person draws, of `sizes` too
  /// @param plain   the risk of each draw at each size without dropout, (draws x sizes); `dropped` with it
  /// @param plainMedians the median of the draws at each size; `droppedMedians` with dropout
  /// @param trained the risk that the engine's training has on the first draw at n; NaN where it was not trained
  record DoubleDescent(double p, int features, double floor, int n, List<Integer> grid, List<Integer> sizes,
                       Matrix plain, Matrix dropped, List<Double> plainMedians, List<Double> droppedMedians,
                       double trained)
      implements RegulariserPicture {
    public DoubleDescent {
      grid = List.copyOf(grid);
      sizes = List.copyOf(sizes);
      plainMedians = List.copyOf(plainMedians);
      droppedMedians = List.copyOf(droppedMedians);
    }

    public int draws() { return plain.rows(); }
  }

  /// Gradients of linear regression with two weights, each the mean over k masks.
  ///
  /// @param single     the gradient of each single mask: (by weight 1, by weight 2, probability)
  /// @param mean       over all masks, and `plain` without dropout
  /// @param covariance of the gradient of one mask
  /// @param gradients  of the engine's first steps with k masks
  /// @param steps      how many there were in all
  /// @param noise      of one mask, and `measured` what the engine's steps with k masks had
  /// @param counts     what the engine measured for some k: (k, noise, mean by weight 1, mean by weight 2)
  record KMasks(double p, int k, List<Double> w, Matrix single, List<Double> mean, List<Double> plain,
                Matrix covariance, Matrix gradients, int steps, double noise, double measured, Matrix counts)
      implements RegulariserPicture {
    public KMasks {
      w = List.copyOf(w);
      mean = List.copyOf(mean);
      plain = List.copyOf(plain);
    }
  }

  /// A linear network on its way.
  ///
  /// @param loads of its units where it stands
  /// @param trail (step, loads)
  /// @param into  (inputs x units) weights
  /// @param outOf (units x outputs) weights
  record Run(List<Double> loads, Matrix trail, Matrix into, Matrix outOf) {
    public Run { loads = List.copyOf(loads); }
  }
}
