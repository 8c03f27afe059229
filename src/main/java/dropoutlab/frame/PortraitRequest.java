package dropoutlab.frame;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// What the views want computed beside the training.
///
/// @param uncertainty whether the MC-dropout panel is open
/// @param passes      T
/// @param held        one mask for every input of a pass, so that a pass is one function; else fresh masks
/// @param cells       how many cells along each side of a map, or points along a curve
/// @param probe       a point in the user's units whose passes are wanted: (x) or (x, y)
/// @param example     the row of the validation set that is looked at when the inputs cannot be drawn as a plane
@RecordBuilder
public record PortraitRequest(boolean uncertainty, int passes, boolean held, int cells, Optional<List<Double>> probe,
                              int example) implements PortraitRequestBuilder.With {
  public PortraitRequest {
    if (passes < 1) throw new IllegalArgumentException("T must be at least 1, but is " + passes);
    if (cells < 2) throw new IllegalArgumentException("A map needs at least 2 cells a side, not " + cells);
    probe = probe.map(List::copyOf);
  }

  /// The same of data of which no place and no example was chosen yet.
  public PortraitRequest anywhere() { return with(r -> r.probe(Optional.empty()).example(0)); }

  public static PortraitRequest standard() {
    return new PortraitRequest(true, 100, true, 60, Optional.empty(), 0);
  }
}
