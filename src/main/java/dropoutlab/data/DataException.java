package dropoutlab.data;

/// A mistake in the user's data, told in one sentence that names the file, the line and the column if it can.
public final class DataException extends RuntimeException {
  public DataException(String sentence) { super(sentence); }

  public DataException(String sentence, Throwable cause) { super(sentence, cause); }
}
