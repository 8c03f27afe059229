package dropoutlab.spec;

/// A mistake in the JSON file of an experiment or a model, or in a setting, told in one sentence that names the file
/// and the path in it. A key of a file may hold a line break; the sentence is one line all the same.
public final class ExperimentException extends RuntimeException {
  public ExperimentException(String sentence) { super(oneLine(sentence)); }

  public ExperimentException(String sentence, Throwable cause) { super(oneLine(sentence), cause); }

  private static String oneLine(String sentence) { return sentence.replaceAll("\\p{Cntrl}+", " "); }
}
