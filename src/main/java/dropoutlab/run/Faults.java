package dropoutlab.run;

import dropoutlab.frame.RunState;
import dropoutlab.words.Words;

/// Describes a fault in one sentence. Nothing here throws, whatever the fault, because it is called when much may be
/// broken.
public final class Faults {
  private static final System.Logger LOG = System.getLogger(Faults.class.getName());
  /// Used if even the texts cannot be made.
  private static final String UNKNOWN = Words.of("run.fault.unknown");

  private Faults() {}

  /// Returns the state of a run that ended because of `fault`.
  static RunState.Failed failed(Throwable fault) {
    if (fault instanceof OutOfMemoryError) return new RunState.Failed(ShortMemory.cause(), ShortMemory.advice());
    return new RunState.Failed(Words.of("run.fault.stopped", told(fault)), Words.of("run.fault.report"));
  }

  /// @param what what could not be done, as the beginning of a sentence: "A picture could not be computed"
  public static String sentence(String what, Throwable fault) {
    if (fault instanceof OutOfMemoryError)
      return Words.of("run.fault.memory", what, ShortMemory.cause(), ShortMemory.advice());
    return Words.of("run.fault.sentence", what, told(fault));
  }

  /// Returns the kind of the fault, and its message if it has one.
  private static String told(Throwable fault) {
    try {
      String kind = fault.getClass().getSimpleName(), message = fault.getMessage();
      return message == null || message.isBlank() ? kind : kind + ", " + message.replaceFirst("[.\\s]+$", "");
    } catch (RuntimeException | Error _) {
      return UNKNOWN;
    }
  }

  public static void log(String what, Throwable fault) {
    try {
      LOG.log(System.Logger.Level.ERROR, what, fault);
    } catch (RuntimeException | Error _) {
      // The log is for developers; the user is told even if logging fails.
    }
  }
}
