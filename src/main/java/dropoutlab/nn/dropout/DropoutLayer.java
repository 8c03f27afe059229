package dropoutlab.nn.dropout;

import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.spec.Pin;

/// The family of dropout methods: those that act on the units of a layer, and those that act on the weights into it.
/// p is always the probability to drop; at p = 0 every method is off.
public sealed interface DropoutLayer extends Layer permits UnitDropout, WeightDropout {
  /// The drop rate in force; for methods that learn it, what has been learned so far.
  double p();

  /// Changes the drop rate that is set, in [0, 1); takes effect with the next forward pass. Methods that learn it start
  /// anew from it.
  void setP(double p);

  /// Whether p is learnt.
  default boolean learnsRate() { return false; }

  /// The mask of the last forward pass with fresh masks, (batch x units): what each unit was multiplied by. No rows
  /// after any other pass, and for methods that drop weights.
  Tensor mask();

  /// Who decides about a unit.
  Pin pin(int unit);

  boolean hasPins();

  /// A pinned unit still draws its random number, so that the masks of all others stay as they were. Methods that drop
  /// weights decide about no unit: theirs is an [IllegalArgumentException].
  void setPin(int unit, Pin pin);
}
