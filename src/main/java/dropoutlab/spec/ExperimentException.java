package dropoutlab.spec;

/// A mistake in the JSON file of an experiment or a model, or in a setting, told in one sentence that names the file
/// and the path in it.
public final class ExperimentException extends RuntimeException {
  public ExperimentException(String sentence) { super(sentence); }

  public ExperimentException(String sentence, Throwable cause) { super(sentence, cause); }
}
