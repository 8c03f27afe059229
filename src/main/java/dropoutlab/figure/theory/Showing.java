package dropoutlab.figure.theory;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.OptionalInt;

/// How the picture of a bench is looked at.
///
/// @param hidden  whether the answer is still to be guessed: the figure then leaves it out, and only that
/// @param guess   what a person guessed, in the order of the bench's ask; NaN for a number not placed yet, empty for no
///                guess. It stays to be seen once the answer is there
/// @param next    the number of the guess that the keyboard places; -1 for none
/// @param gap     whether gaps are shown instead of values, where the picture has both
/// @param pointed what the pointer is on, of many alike ([dropoutlab.figure.plot.Hit.Item])
@RecordBuilder
public record Showing(boolean hidden, List<Double> guess, int next, boolean gap, OptionalInt pointed)
    implements ShowingBuilder.With {
  /// All that there is, for a printed figure.
  public static final Showing PRINT = new Showing(false, List.of(), -1, false, OptionalInt.empty());

  public Showing { guess = List.copyOf(guess); }

  /// A number of the guess; NaN where there is none.
  public double guessed(int i) { return i < guess.size() ? guess.get(i) : Double.NaN; }
}
