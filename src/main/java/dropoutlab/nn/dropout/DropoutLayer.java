package dropoutlab.nn.dropout;

import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.spec.Pin;

/// The family of dropout methods that act on the units of a layer. p is always the probability to drop.
public sealed interface DropoutLayer extends Layer permits MultiplicativeNoise {
  /// The drop rate in force; for methods that learn it, what has been learned so far.
  double p();

  /// Changes the drop rate, in [0, 1); takes effect with the next forward pass. Methods that learn it start anew from it.
  void setP(double p);

  /// The mask of the last forward pass with fresh masks, (batch x units): what each unit was multiplied by. No rows after
  /// any other pass.
  Tensor mask();

  /// Who decides about a unit.
  Pin pin(int unit);

  boolean hasPins();

  /// A pinned unit still draws its random number, so that the masks of all others stay as they were.
  void setPin(int unit, Pin pin);
}
