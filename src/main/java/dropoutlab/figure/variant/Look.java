package dropoutlab.figure.variant;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;

/// How a view is looked at.
///
/// @param example  the row of the batch, from 0; one beyond what the frame shows means the last that it shows
/// @param site     the place of dropout that stands in front, by its number from 0
/// @param cursor   the cell under the pointer, in A and in B
/// @param head     the head of an attention layer, from 0
/// @param first    the first map, unit or step that is shown where there are more than fit
/// @param shown    which network has the picture where one needs the whole width
/// @param parts    what is drawn
/// @param controls how much room at the right end of the strip is kept free for controls
@RecordBuilder
public record Look(int example, int site, Optional<Cell> cursor, int head, int first, Shown shown, Parts parts,
                   double controls) implements LookBuilder.With {
  public enum Shown { A, B, DIFFERENCE }

  /// `HERO` is the strip of sites with the pictures below, `EVIDENCE` the small plots.
  public enum Parts { ALL, HERO, EVIDENCE }

  /// A value of one example at a place of dropout.
  ///
  /// @param site  the number of the place ([Sites])
  /// @param index the index of the value in the example's row there
  public record Cell(int site, int index) {}

  /// Everything of an example, for a printed figure.
  public static Look print(int example) {
    return new Look(example, 0, Optional.empty(), 0, 0, Shown.A, Parts.ALL, 0);
  }
}
