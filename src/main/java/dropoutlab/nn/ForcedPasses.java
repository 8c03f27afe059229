package dropoutlab.nn;

import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Pin;

/// Passes through the thinned networks that are asked for: a mask is a number, and keeps unit j of one dropout layer if
/// its bit j is 1. All units of the layer are pinned, and so each pass has the bits of a pass through a network with
/// these pins; what comes before the layer is computed once for all.
///
/// The pins of the layer belong to these passes from now on.
public final class ForcedPasses {
  /// The largest number of units whose masks are numbered.
  public static final int MOST_UNITS = 30;

  private final DropoutLayer layer;
  private final Passes passes;
  private int mask;

  /// @param layer which of [Network#dropouts]; the others must drop nothing, or draw their masks
  /// @param x     the inputs of all passes, which must not change
  public ForcedPasses(Network network, int layer, Tensor x) {
    this.layer = network.dropouts().get(layer);
    int units = network.mask(layer).cols();
    if (units > MOST_UNITS) throw new IllegalArgumentException(units + " units have too many masks");
    for (int unit = 0; unit < units; unit++) this.layer.setPin(unit, Pin.DROPPED);
    passes = network.passes(x, Mode.HELD);
  }

  /// Makes the pass under a mask; overwrites `out`, (inputs' rows x outputs).
  public void pass(int mask, Tensor out) {
    for (int changed = this.mask ^ mask; changed != 0; changed &= changed - 1) {
      int unit = Integer.numberOfTrailingZeros(changed);
      layer.setPin(unit, (mask >> unit & 1) == 1 ? Pin.KEPT : Pin.DROPPED);
    }
    this.mask = mask;
    passes.next(out);
  }
}
