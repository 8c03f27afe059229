package dropoutlab.figure.sweep;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.OptionalInt;

/// What of a sweep is looked at.
///
/// @param point  the column that is chosen; empty for the one with the lowest median
/// @param seed   the index of the seed that is pointed at
/// @param rows   whether the table stands under the figure
/// @param titled whether what is measured is written above it, for figures that stand alone
@RecordBuilder
public record SweepLook(OptionalInt point, OptionalInt seed, boolean rows,
    boolean titled) implements SweepLookBuilder.With {
  public static final SweepLook START = new SweepLook(OptionalInt.empty(), OptionalInt.empty(), true, false);
  /// On paper or a slide.
  public static final SweepLook PRINT = START.withTitled(true);
}
