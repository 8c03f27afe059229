package dropoutlab.frame;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Pin;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// One column of neurons as the present batch left it. Matrices are (batch x units) unless stated otherwise.
///
/// @param name         "input", "hidden 1", ..., "output"
/// @param activation   the activation of a hidden layer; `IDENTITY` for input and output
/// @param dropped      what dropout did to the values after the activation function. The output layer drops nothing and
///                     shows probabilities, or the prediction in the target's units; a layer that drops weights shows
///                     its values as they are, and its mask in `weightMask`
/// @param weights      (units of the layer before x units); empty for the input and for layers too wide to draw
/// @param biases       (1 x units); empty for the input
/// @param gradients    the gradients by the weights, of the same shape, after `BACKWARD`; else empty
/// @param weightMask   (examples x weights): the factor of each weight, in the order of `weights`, for the first
///                     examples of the batch; empty if no weight was dropped, and for layers too wide to draw
/// @param sumGradients for a layer that drops weights, the gradients by the sums that enter the activation function,
///                     after `BACKWARD`; else empty. With the input x_k of an example, x_k times the gradient by sum j
///                     is the gradient by the masked weight (k, j)
/// @param pins         one pin per unit; empty if no unit of the layer is pinned
@RecordBuilder
@RecordBuilder.Options(suffix = "Copy")
public record ColumnView(String name, int units, Activation activation, Dropped dropped, Matrix weights, Matrix biases,
                         Matrix gradients, Matrix weightMask, Matrix sumGradients, List<Pin> pins)
    implements ColumnViewCopy.With {
  public ColumnView { pins = List.copyOf(pins); }

  /// Makes the column of a layer that drops no weights.
  public ColumnView(String name, int units, Activation activation, Dropped dropped, Matrix weights, Matrix biases,
                    Matrix gradients, List<Pin> pins) {
    this(name, units, activation, dropped, weights, biases, gradients, Matrix.EMPTY, Matrix.EMPTY, pins);
  }

  /// Makes a column without weights: the inputs of the network, or the output of its body.
  public static ColumnView ofInputs(String name, Dropped dropped, List<Pin> pins) {
    return new ColumnView(name, dropped.before().cols(), Activation.IDENTITY, dropped, Matrix.EMPTY, Matrix.EMPTY,
        Matrix.EMPTY, pins);
  }

  /// Returns the drop rate of the layer.
  public double p() { return dropped.p(); }

  /// Returns the values before the mask.
  public Matrix activations() { return dropped.before(); }

  /// Returns the factor of each unit (0 or 1/(1-p), or another factor for methods that have others); empty if no unit
  /// is dropped in this layer or phase.
  public Matrix mask() { return dropped.factors(); }

  public boolean dropped(int example, int unit) {
    return !mask().isEmpty() && mask().at(example, unit) == 0;
  }

  /// Returns whether an edge is dropped for an example; false for examples whose mask is not shown.
  ///
  /// @param from the unit of the layer before
  public boolean edgeDropped(int example, int from, int unit) {
    return example < weightMask.rows() && weightMask.at(example, from * units + unit) == 0;
  }

  public Pin pin(int unit) {
    return pins.isEmpty() ? Pin.RANDOM : pins.get(unit);
  }
}
