package dropoutlab.predict;

/// Follows the progress of a long computation, and may give it up.
public interface ProgressMonitor {
  /// A monitor that never gives up: the computation runs to its end.
  ProgressMonitor NOBODY = new ProgressMonitor() {
    @Override public boolean abandoned() { return false; }

    @Override public void done(double share) {}
  };

  /// Returns whether the result is no longer wanted. Called between two passes.
  boolean abandoned();

  /// Reports that `share` of the work is done, from 0 to 1.
  void done(double share);
}
