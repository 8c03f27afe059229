package dropoutlab.frame;

import dropoutlab.spec.Activation;
import dropoutlab.spec.Pin;
import java.util.List;

/// One column of neurons as the present batch left it. Matrices are (batch x units) unless stated otherwise.
///
/// @param name        "input", "hidden 1", ..., "output"
/// @param activation  the activation of a hidden layer; `IDENTITY` for input and output
/// @param p           the drop rate of the layer
/// @param activations the values after the activation function and before the mask; for the output the probabilities,
///                    or the prediction in the target's units
/// @param mask        the factor of each unit (0 or 1/(1-p), or another factor for methods that have others); empty if
///                    no unit is dropped in this layer or phase
/// @param weights     (units of the layer before x units); empty for the input and for layers too wide to draw
/// @param biases      (1 x units); empty for the input
/// @param gradients   the gradients by the weights, of the same shape, after `BACKWARD`; else empty
/// @param pins        one pin per unit; empty if no unit of the layer is pinned
public record ColumnView(String name, int units, Activation activation, double p, Matrix activations, Matrix mask,
                        Matrix weights, Matrix biases, Matrix gradients, List<Pin> pins) {
  public ColumnView { pins = List.copyOf(pins); }

  public boolean dropped(int example, int unit) {
    return !mask.isEmpty() && mask.at(example, unit) == 0;
  }

  public Pin pin(int unit) {
    return pins.isEmpty() ? Pin.RANDOM : pins.get(unit);
  }
}
