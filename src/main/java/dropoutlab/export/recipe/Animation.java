package dropoutlab.export.recipe;

import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;

/// What moves in a film: its frames go from `from` to `to`, both included, `every` apart.
///
/// @param over        what is counted
/// @param perSecond   frames a second, at most 50
/// @param lastSeconds how long the last frame stays
/// @param loop        whether it begins again
@RecordBuilder
public record Animation(Over over, double from, double to, double every, double perSecond, double lastSeconds,
    boolean loop)
    implements AnimationBuilder.With {
  /// The quantity that is counted: finished epochs of the run, looked back at; training steps, each with its masks;
  /// passes with dropout on; the drop rate p of all hidden layers, each trained anew.
  public enum Over { EPOCHS, BATCHES, PASSES, P }

  /// Frames a second, and seconds for the last one, where nothing is said.
  public static final double USUAL_RATE = 12, USUAL_LAST = 2;
  private static final double MOST = 1e9;

  public Animation {
    boolean finite = Math.max(Math.abs(from), Math.abs(to)) <= MOST && every <= MOST && lastSeconds <= MOST;
    if (!(finite && to >= from && every > 0 && perSecond > 0 && perSecond <= 50 && lastSeconds >= 0))
      throw new IllegalArgumentException(Words.of("recipe.animation"));
  }

  /// How many frames there are; the last is at `to`, also where it is not a whole number of steps away.
  public int frames() { return (int) Math.ceil((to - from) / every - 1e-9) + 1; }

  public double at(int frame) { return Math.min(to, from + frame * every); }
}
