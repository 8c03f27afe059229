package dropoutlab.sweep.work;

import dropoutlab.data.DataException;
import dropoutlab.run.ShortMemory;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;

/// Tells in a sentence what went wrong.
public final class Fault {
  private Fault() {}

  public static String sentence(Throwable fault) {
    return switch (fault) {
      case OutOfMemoryError _ -> ShortMemory.cause() + " " + ShortMemory.advice();
      case ExperimentException told -> told.getMessage();
      case DataException told -> told.getMessage();
      case IllegalArgumentException told when told.getMessage() != null -> told.getMessage();
      default -> Words.of("sweeprun.failed.unexpected", String.valueOf(fault));
    };
  }
}
