package dropoutlab.sweep.folder;

/// A row of `plan.csv`: a point with a seed.
///
/// @param run  the bits of its [dropoutlab.spec.sweep.RunId]
/// @param twin those of the run with which it is compared; [#NONE] without a pair
/// @param task the block of work to which it belongs: all rows of a seed have the same, counted from 0
public record PlanRow(long run, int point, long seed, long twin, int task) {
  public static final long NONE = 0;
}
