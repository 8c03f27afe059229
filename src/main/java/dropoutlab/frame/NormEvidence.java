package dropoutlab.frame;

import dropoutlab.frame.LayerView.Kind;
import java.util.List;

/// What dropout does to the variances that batch norm goes by, in A and in B.
///
/// @param networks A, and B if there is one
public record NormEvidence(List<Network> networks) implements Evidence {
  public NormEvidence { networks = List.copyOf(networks); }

  /// @param layers in the order of the data, from the input to the output
  /// @param noises one for each layer that drops by a factor of mean 1
  public record Network(List<Layer> layers, List<Noise> noises, Losses losses) {
    public Network {
      layers = List.copyOf(layers);
      noises = List.copyOf(noises);
    }
  }

  /// The mean variance of a layer's units in both modes; NaN where it was not measured.
  ///
  /// @param place where the layer is: its index in the network, from 0 for the input, and the indices inside blocks
  /// @param name  "dense 64", "batch norm"
  public record Layer(List<Integer> place, String name, Kind kind, double training, double inference) {
    /// Returns the variance at inference divided by that in training; 1 for a layer that is constant in training.
    public double ratio() { return training == 0 ? 1 : inference / training; }

    /// Whether a tenth or more of the variance is missing or too much at inference.
    public boolean isShifted() { return ratio() < 0.9 || ratio() > 1 / 0.9; }
  }

  /// A layer of dropout, with what comes into it in training.
  ///
  /// @param layer       its index among the layers
  /// @param noise       the variance of its factor
  /// @param squaredMean the mean over the units of the square of the mean of each
  /// @param variance    the mean variance of the units
  /// @param expected    the ratio of the variances behind it that the closed form gives
  public record Noise(int layer, double noise, double squaredMean, double variance, double expected) {}

  /// The loss on the validation examples, or on those of the training if nothing is held out.
  ///
  /// @param passes the mean of passes with masks on: the variances are those of training
  /// @param off    masks off, as at inference
  /// @param anew   masks off, normalised by the statistics of these examples without masks
  public record Losses(double passes, double off, double anew) {}
}
