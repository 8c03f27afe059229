package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group scaling want drawn.
public sealed interface ScalingPicture extends Picture {
  /// A few examples through a dropout layer and back, with one cell followed through many masks.
  ///
  /// @param masks     drawn so far
  /// @param own       whether the values are a person's
  /// @param uniforms  (examples x units) the random numbers that decided
  /// @param mask      (examples x units) the factors: 0 where a unit was dropped
  /// @param y         what the layer put out
  /// @param weights   of the sum z, one a unit
  /// @param sums      (examples x 3) z under this mask, its mean over all masks, and z with masks off
  /// @param gradient  by y, as it comes from above
  /// @param back      by x, as the layer returned it
  /// @param toggled   how far off that would be with the mode toggled between both ways, as a share of its norm; NaN
  ///                  where all of it is 0
  /// @param row,unit  the followed cell
  /// @param deviation the standard deviation of the cell over the masks
  /// @param trail     (points x 3) masks so far, the mean of the cell over them, and that of unscaled dropout
  /// @param rates     (rates x 3) p, and for x = 1 the mean of inverted and that of unscaled dropout over the masks
  record Microscope(double p, long seed, int masks, boolean own, Matrix uniforms, Matrix x, Matrix mask, Matrix y,
                    List<Double> weights, Matrix sums, Matrix gradient, Matrix back, double toggled, int row, int unit,
                    double deviation, Matrix trail, Matrix rates) implements ScalingPicture {
    public Microscope { weights = List.copyOf(weights); }

    public double followed() { return x.at(row, unit); }

    public boolean kept(int cell) { return mask.get(cell) != 0; }
  }

  /// @param function how it is written, of z
  /// @param kept     the factor of what is kept
  /// @param outcomes a row a value of z, rising: z, the function of it, its probability, and how often the engine drew it
  /// @param curve    (2 x places) z and the function of it
  /// @param meanZ    E z
  /// @param ofMean   the function of E z
  /// @param mean     the mean of the function
  /// @param byP      a row a drop rate: p, the gap of inverted and of standard dropout
  /// @param engineByP likewise, by the engine
  /// @param least,most,step between what and how finely the mean is guessed
  record JensenGap(String function, boolean inverted, double p, double kept, List<Double> w, List<Double> x,
                   Matrix outcomes, Matrix curve, double meanZ, double ofMean, double mean, double engineOfMean,
                   double engineMean, int passes, Matrix byP, Matrix engineByP, double least, double most, double step)
      implements ScalingPicture {
    public JensenGap {
      w = List.copyOf(w);
      x = List.copyOf(x);
    }

    public double gap() { return mean - ofMean; }
  }

  /// A small network with dropout behind each hidden layer, there and back for one example.
  ///
  /// @param toggled   whether the gradients of a toggled mode are to be seen
  /// @param sizes     how many units each layer has, the inputs first
  /// @param values    the inputs, the hidden units behind their masks, and the output
  /// @param masks     the factors of the hidden layers
  /// @param gradients (3 x numbers) by central differences, by the engine, and by the engine with its mode toggled between
  ///                  both ways; of the inputs first, then for each layer of its weights, from each unit before to all
  ///                  units, and of its biases
  /// @param share     how far off the toggled gradients of all weights and biases are, as a share of the right norm
  /// @param measured  the same by the engine
  record Backward(double p, boolean toggled, List<Integer> sizes, List<Matrix> values, List<Matrix> masks, Matrix gradients,
                  double share, double measured) implements ScalingPicture {
    public Backward {
      sizes = List.copyOf(sizes);
      values = List.copyOf(values);
      masks = List.copyOf(masks);
    }

    public int inputs() { return sizes.getFirst(); }

    /// Returns the place of a weight among the numbers; 0 is the layer behind the inputs.
    public int weight(int layer, int from, int to) {
      int at = inputs();
      for (int i = 0; i < layer; i++) at += (sizes.get(i) + 1) * sizes.get(i + 1);
      return at + from * sizes.get(layer + 1) + to;
    }

    /// Whether a unit of a layer was dropped; 0 is the layer of inputs.
    public boolean dropped(int layer, int unit) {
      return layer > 0 && layer <= masks.size() && masks.get(layer - 1).get(unit) == 0;
    }
  }

  /// @param steps     done
  /// @param standard  (steps + 1 x 2) the weights of the standard layer times 1 - p, exactly
  /// @param inverted  likewise of the inverted layer, at `factor` times the rate
  /// @param trained   what the engine's inverted layer reached, at that rate
  /// @param fitted    the same at (1 - p)² times the rate
  /// @param apart     (steps + 1 x 3) how far the inverted layer is from the standard one: exactly, by the engine, and by
  ///                  the engine at (1 - p)² times the rate
  /// @param byFactor  a row a factor: it, and how far apart both are at most
  /// @param engineByFactor likewise, by the engine
  /// @param least     the weights with the least mean loss
  /// @param curvature (2 x 2) of the mean loss there
  record TwoPaths(double p, double rate, double factor, int steps, Matrix standard, Matrix inverted, Matrix trained,
                  Matrix fitted, Matrix apart, Matrix byFactor, Matrix engineByFactor, List<Double> least, Matrix curvature)
      implements ScalingPicture {
    public TwoPaths { least = List.copyOf(least); }

    public double fit() { return (1 - p) * (1 - p); }

    /// The step after which both are furthest apart.
    public int furthest() {
      int furthest = 0;
      for (int i = 1; i < apart.rows(); i++) if (apart.at(i, 0) > apart.at(furthest, 0)) furthest = i;
      return furthest;
    }
  }
}
