package dropoutlab.predict.variant.depth;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.theory.PoissonBinomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How many blocks of a network the examples went through, under stochastic depth or LayerDrop.
///
/// @param survival the probability of each block to be kept
/// @param counts   how many examples went through 0, 1, ... blocks
public record EffectiveDepth(List<Double> survival, List<Integer> counts) {
  public EffectiveDepth {
    survival = List.copyOf(survival);
    counts = List.copyOf(counts);
  }

  /// Counts the blocks that can be left out among the layers of a network.
  public static EffectiveDepth of(List<LayerView> views) {
    List<LayerView.Block> blocks = views.stream().filter(LayerView.Block.class::isInstance).map(LayerView.Block.class::cast)
        .filter(block -> block.kind() == Kind.RESIDUAL || block.kind() == Kind.LAYER_DROP).toList();
    int examples = views.isEmpty() ? 0 : views.getLast().values().rows();
    List<Integer> counts = new ArrayList<>(Collections.nCopies(blocks.size() + 1, 0));
    for (int e = 0; e < examples; e++) {
      int example = e;
      int depth = (int) blocks.stream().filter(block -> block.kept().isEmpty() || block.kept().at(example, 0) != 0).count();
      counts.set(depth, counts.get(depth) + 1);
    }
    return new EffectiveDepth(blocks.stream().map(block -> 1 - block.p()).toList(), counts);
  }

  /// Adds the examples of another pass through the same network.
  public EffectiveDepth plus(EffectiveDepth other) {
    List<Integer> sums = new ArrayList<>();
    for (int depth = 0; depth < counts.size(); depth++) sums.add(counts.get(depth) + other.counts.get(depth));
    return new EffectiveDepth(survival, sums);
  }

  /// Returns the distribution of the depth of an example.
  public PoissonBinomial expected() {
    return new PoissonBinomial(survival.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// Returns the mean depth of the examples; 0 without any.
  public double measuredMean() {
    long examples = 0, blocks = 0;
    for (int depth = 0; depth < counts.size(); depth++) {
      examples += counts.get(depth);
      blocks += (long) depth * counts.get(depth);
    }
    return examples == 0 ? 0 : (double) blocks / examples;
  }
}
