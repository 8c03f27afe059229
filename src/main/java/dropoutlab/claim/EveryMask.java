package dropoutlab.claim;

import dropoutlab.nn.dropout.UnitDropout;
import dropoutlab.spec.Pin;
import java.util.function.DoubleSupplier;

/// What the engine says under every mask of a few units, each mask forced by pins. Mask i keeps unit j where bit j of i
/// is 1.
public final class EveryMask {
  private EveryMask() {}

  /// Runs `pass` under each mask, and then takes the pins away.
  ///
  /// @return what each pass returned, by the number of its mask
  public static double[] of(UnitDropout layer, int units, DoubleSupplier pass) {
    double[] said = new double[1 << units];
    for (int unit = 0; unit < units; unit++) layer.setPin(unit, Pin.DROPPED);
    said[0] = pass.getAsDouble();
    // In Gray's order one unit changes from mask to mask.
    for (int i = 1, mask = 0; i < said.length; i++) {
      int unit = Integer.numberOfTrailingZeros(i);
      mask ^= 1 << unit;
      layer.setPin(unit, (mask >> unit & 1) == 1 ? Pin.KEPT : Pin.DROPPED);
      said[mask] = pass.getAsDouble();
    }
    for (int unit = 0; unit < units; unit++) layer.setPin(unit, Pin.RANDOM);
    return said;
  }

  /// Returns the probability of a mask.
  public static double probability(int mask, int units, double p) {
    double probability = 1;
    for (int unit = 0; unit < units; unit++) probability *= (mask >> unit & 1) == 1 ? 1 - p : p;
    return probability;
  }

  /// Returns the mean of values of [#of] over the masks.
  public static double mean(double[] values, int units, double p) {
    double sum = 0;
    for (int mask = 0; mask < values.length; mask++) sum += probability(mask, units, p) * values[mask];
    return sum;
  }
}
