package dropoutlab.claim;

/// How a person predicts what a bench will find. A guess is a list of numbers: the number of the option from 0, or one
/// number a place or point.
public sealed interface Ask {
  /// How many numbers a guess has.
  int numbers();

  /// One of a few; their texts are the `options` of the card.
  record Choose(int options) implements Ask {
    @Override public int numbers() { return 1; }
  }

  /// Marks on a scale, in the predict strip or in the figure.
  ///
  /// @param log   whether the scale is logarithmic
  /// @param percent whether the numbers are shares, told in per cent
  record Place(int numbers, double least, double most, double step, boolean log, boolean percent) implements Ask {
    public static Place one(double least, double most, double step) {
      return new Place(1, least, most, step, false, false);
    }
  }

  /// A curve through given places, drawn in the figure from left to right.
  record Draw(int numbers, double least, double most, double step, boolean percent) implements Ask {}
}
