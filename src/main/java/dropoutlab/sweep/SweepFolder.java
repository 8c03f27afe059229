package dropoutlab.sweep;

import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Path;

/// A sweep on the disk. Several programs may read and write it at the same time, each its own files.
public final class SweepFolder {
  /// Writes a new sweep into an empty or missing folder, whole or not at all.
  ///
  /// @throws dropoutlab.spec.ExperimentException with one sentence, if a point does not fit the experiment or its data
  public static SweepFolder create(Path folder, Sweep sweep) throws IOException { throw new UnsupportedOperationException(); }

  /// Opens a sweep, its files checked.
  public static SweepFolder open(Path folder) throws IOException { throw new UnsupportedOperationException(); }

  /// Whether a folder holds a sweep.
  public static boolean is(Path folder) { throw new UnsupportedOperationException(); }

  public Path path() { throw new UnsupportedOperationException(); }

  public Sweep sweep() { throw new UnsupportedOperationException(); }

  /// Reads what is there now. Cheap when little was added since: only what is new is read.
  public SweepTable table() throws IOException { throw new UnsupportedOperationException(); }

  public Summary summary() throws IOException { throw new UnsupportedOperationException(); }

  /// What is still to be trained, from the runs that are done.
  public Estimate estimate() throws IOException { throw new UnsupportedOperationException(); }

  /// Plans more seeds for all points.
  public SweepFolder withSeeds(SeedRange seeds) throws IOException { throw new UnsupportedOperationException(); }

  /// Plans a point and its partner on new seeds.
  public SweepFolder confirming(int point, SeedRange seeds) throws IOException { throw new UnsupportedOperationException(); }
}
