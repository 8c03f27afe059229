package dropoutlab.nn.dropout;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Pin;

/// A dropout method. The family has two branches: methods that act on the units of a layer ([UnitDropout]) and methods
/// that act on the weights into it ([WeightDropout]). p is always the probability to drop; at p = 0 every method is
/// off.
public sealed interface DropoutLayer extends Layer permits UnitDropout, WeightDropout {
  /// Returns the drop rate in force; for a method that learns it, the rate learnt so far.
  double p();

  /// Sets the drop rate, in [0, 1), from the next forward pass on. A method that learns its rate starts again from it.
  void setP(double p);

  /// Returns whether p is learnt.
  default boolean learnsRate() { return false; }

  /// Returns the mask of the last forward pass with fresh masks, (batch x units): the factor of each unit. It has no
  /// rows after any other pass, and for methods that drop weights.
  Tensor mask();

  /// Returns what this layer did to the units in the last batch; nothing for methods that drop weights.
  Dropped dropped(Passage passed);

  /// Returns who decides about a unit: chance, or the user by a pin.
  Pin pin(int unit);

  boolean hasPins();

  /// Pins a unit. A pinned unit still draws its random number, so that the masks of all other units stay as they were.
  /// Methods that drop weights have no units to pin and throw an [IllegalArgumentException].
  void setPin(int unit, Pin pin);
}
