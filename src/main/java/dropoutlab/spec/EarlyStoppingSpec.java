package dropoutlab.spec;

/// Ends a run when the validation loss has not fallen below its best for `patience` epochs. The weights of the best
/// epoch are put back, even if the planned epochs end first. 0 switches it off.
public record EarlyStoppingSpec(int patience) {
  public static final EarlyStoppingSpec OFF = new EarlyStoppingSpec(0);

  public EarlyStoppingSpec { Check.range("patience", patience, 0, 1_000_000); }

  public boolean on() { return patience > 0; }
}
