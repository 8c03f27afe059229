package dropoutlab.sweep;

/// The part of a plan that one task takes: the runs whose task number is `index` of `count`, from 0.
public record Shard(int index, int count) {
  public static final Shard ALL = new Shard(0, 1);
}
