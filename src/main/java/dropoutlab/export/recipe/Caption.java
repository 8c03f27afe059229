package dropoutlab.export.recipe;

import dropoutlab.data.DataSet;

/// What a recipe says to people.
public final class Caption {
  private Caption() {}

  public static String of(Subject.OfRun run, DataSet data) { return run.experiment().title(); }

  public static String of(Subject.OfBench bench) { return bench.bench(); }
}
