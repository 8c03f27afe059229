package dropoutlab.sweep;

/// The part of a plan that one task takes: the runs whose task number is `index` of `count`, from 0. Tasks are whole
/// seeds one after the other; if there are more tasks than seeds, several share the runs of a seed.
public record Shard(int index, int count) {
  public static final Shard ALL = new Shard(0, 1);

  public Shard {
    if (count < 1 || index < 0 || index >= count)
      throw new IllegalArgumentException(dropoutlab.words.Words.of("sweeprun.shard", index, count));
  }

  /// Returns which of so many tasks trains a run.
  ///
  /// @param run    the bits of its id
  /// @param block  the block of work in the plan to which it belongs, of so many
  static int taskOf(long run, int block, int blocks, int count) {
    if (count <= blocks) return (int) ((long) block * count / blocks);
    double within = (run >>> 11) * 0x1p-53;
    return (int) Math.min(count - 1, (block + within) * count / blocks);
  }

  boolean takes(long run, int block, int blocks) { return taskOf(run, block, blocks, count) == index; }

  /// The task whose runs this one repeats, so that they are repeated on another machine if possible.
  Shard before() { return new Shard((index + count - 1) % count, count); }
}
