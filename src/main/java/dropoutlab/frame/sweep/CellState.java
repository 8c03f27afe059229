package dropoutlab.frame.sweep;

/// What became of a planned run. Only `DONE` and `NOT_FINITE` are results.
public enum CellState {
  /// Not begun.
  WAITING,
  /// Begun by a task that is alive.
  RUNNING,
  DONE,
  /// The loss was no longer finite: a result, the same on every machine, which ranks as the worst.
  NOT_FINITE,
  /// An error of program or machine: missing data.
  FAILED,
  /// Planned for a task that is gone: missing data.
  LOST;

  public boolean isResult() { return this == DONE || this == NOT_FINITE; }
}
