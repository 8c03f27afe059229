package dropoutlab.predict.query;

import dropoutlab.frame.Query;

/// How much of what is asked for an answer gives: a first one comes at once and coarse, the last is all that was asked.
/// An answer of less than full effort is a draft of that one, from the same weights.
public enum Effort {
  /// Some passes over a coarse grid, without what only many passes can tell: tens of milliseconds, even where nothing
  /// is compiled yet.
  GLANCE(6, 16, 300),
  /// What is seen of the whole: a tenth of the usual work.
  SKETCH(24, 40, Integer.MAX_VALUE),
  /// Where very many passes are asked for.
  STUDY(200, Integer.MAX_VALUE, Integer.MAX_VALUE),
  FULL(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /// A draft is worth its while where the whole takes several times as many passes.
  private static final int WORTH = 4;

  private final int passes;
  private final int cells;
  private final int examples;

  Effort(int passes, int cells, int examples) {
    this.passes = passes;
    this.cells = cells;
    this.examples = examples;
  }

  public boolean isDraft() { return this != FULL; }

  /// Whether a draft of an answer is worth making. What takes no passes is glanced at, and then computed whole.
  boolean isWorth(Query asked) {
    if (!isDraft()) return true;
    if (asked instanceof Query.OfMethods) return false;
    return asked instanceof Query.OfPasses some ? some.sampling().passes() >= (long) WORTH * passes : this == GLANCE;
  }

  /// How many of the passes that are asked for are taken.
  int passes(int asked) { return Math.min(asked, passes); }

  /// How many cells a side a map of so many has.
  int cells(int asked) { return Math.min(asked, cells); }

  /// How many of so many examples are looked at, where looking needs no passes.
  int examples(int all) { return Math.min(all, examples); }

  /// Whether the noise of the data is told: that takes passes over all validation examples.
  boolean tellsNoise() { return this != GLANCE; }
}
