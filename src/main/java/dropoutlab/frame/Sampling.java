package dropoutlab.frame;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.OptionalDouble;

/// How passes with dropout on are made.
///
/// @param passes T, 1 to 10,000
/// @param held   whether one mask serves every input of a pass, so that a pass is one function; else masks are fresh
/// @param p      the drop rate at prediction of every layer that drops, in [0, 1); empty for the rates in force in
///               training
@RecordBuilder
public record Sampling(int passes, boolean held, OptionalDouble p) implements SamplingBuilder.With {
  public static final int MOST_PASSES = 10_000;

  public Sampling {
    if (passes < 1 || passes > MOST_PASSES)
      throw new IllegalArgumentException("T must be from 1 to " + MOST_PASSES + ", but is " + passes + ".");
    if (p.isPresent() && !(p.getAsDouble() >= 0 && p.getAsDouble() < 1))
      throw new IllegalArgumentException("p must be in [0, 1), but is " + p.getAsDouble() + ".");
  }

  public static Sampling standard() { return new Sampling(100, true, OptionalDouble.empty()); }
}
