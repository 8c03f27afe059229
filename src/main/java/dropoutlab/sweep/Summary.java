package dropoutlab.sweep;

/// How far a sweep is, counted in runs; a run that stands at several places counts once.
public record Summary(long runs, long done, long notFinite, long failed, long lost, long running, long repeated,
                      long repeatsDiffer, double secondsLeft) {
  public long results() { return done + notFinite; }

  public long waiting() { return runs - results() - failed - lost - running; }

  public boolean finished() { return results() == runs; }
}
