package dropoutlab.frame;

/// The state of a run.
public sealed interface RunState {
  record Ready() implements RunState {}

  record Running() implements RunState {}

  record Paused() implements RunState {}

  /// All planned epochs are done; playing on adds as many again.
  record Finished() implements RunState {}

  /// The run has stopped for good. `cause` says what happened and `advice` what to try, in one sentence each.
  record Failed(String cause, String advice) implements RunState {
    public String sentences() { return cause + " " + advice; }
  }
}
