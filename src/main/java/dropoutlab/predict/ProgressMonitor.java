package dropoutlab.predict;

/// Who waits for a long computation: hears how far it is, and may give it up.
public interface ProgressMonitor {
  /// Nobody waits: the computation goes on to its end.
  ProgressMonitor NOBODY = new ProgressMonitor() {
    @Override public boolean abandoned() { return false; }

    @Override public void done(double share) {}
  };

  /// Whether the result is no longer wanted. Asked between two passes.
  boolean abandoned();

  /// `share` of the work is done, from 0 to 1.
  void done(double share);
}
