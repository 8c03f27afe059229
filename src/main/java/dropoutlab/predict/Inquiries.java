package dropoutlab.predict;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Finding;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Question;
import java.util.Optional;

/// Answers what the Uncertainty workspace asks of the weights in a frame. A pure function of frame, data and question: the
/// same masks every time, so that a picture moves only when the weights do. Used by one thread.
public final class Inquiries {
  private final DataSet data;

  public Inquiries(DataSet data) { this.data = data; }

  /// Empty where the question does not fit the data, and when `watch` has abandoned it.
  public Optional<Finding> answer(Frame frame, Question question, Watch watch) {
    return Optional.empty();
  }
}
