package dropoutlab.figure.variant.sites;

import java.util.Optional;

/// What is shown of a place of dropout: the values of one network with what it dropped, or those of A minus those of B.
///
/// @param minus B's place where a difference is shown
record Seen(Place place, Optional<Place> minus, int example) {
  boolean isDifference() { return minus.isPresent(); }

  /// Returns the value after dropout; of a dropped one the value that is lost.
  double value(int index) {
    if (minus.isPresent()) return place.after(example, index) - minus.get().after(example, index);
    return isDropped(index) ? place.before(example, index) : place.after(example, index);
  }

  /// Tells whether a single network dropped it.
  boolean isDropped(int index) { return !isDifference() && place.site().isDropped(example, index); }

  boolean isDroppedInA(int index) { return isDifference() && place.site().isDropped(example, index); }

  boolean isDroppedInB(int index) { return minus.isPresent() && minus.get().site().isDropped(example, index); }

  double largest() {
    double largest = 0;
    for (int i = 0; i < place.site().size(); i++) largest = Math.max(largest, Math.abs(value(i)));
    return largest;
  }
}
