package dropoutlab.bench;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import java.util.List;

/// The architectures made of DJL's blocks. Its encoder block has less to do than ours: it normalises over the batch,
/// and drops nothing inside its feed-forward part. Built from DJL's layer norm, attention and dropout it would be
/// slower.
final class DjlBlocks {
  private DjlBlocks() {}

  static Block of(Architecture architecture) {
    SequentialBlock block = new SequentialBlock();
    switch (architecture) {
      case Architecture.Mlp(int _, List<Integer> hidden, int _) -> {
        for (int units : hidden) block.add(linear(units)).add(Activation::relu).add(drop());
      }
      case Architecture.ConvNet(int _, List<Integer> maps, int _) -> {
        for (int each : maps)
          block.add(Conv2d.builder().setKernelShape(new Shape(3, 3)).optPadding(new Shape(1, 1)).setFilters(each).build())
              .add(Activation::relu).add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
        block.add(Blocks.batchFlattenBlock()).add(drop());
      }
      case Architecture.Lstm(int _, int _, int units, int _) -> block
          .add(LSTM.builder().setStateSize(units).setNumLayers(1).optBatchFirst(true).optReturnState(false).build())
          .add(LambdaBlock.singleton(states -> states.get(":, -1"))).add(drop());
      case Architecture.Encoder(int _, int features, int heads, int feedForward, int _) -> block
          .add(new TransformerEncoderBlock(features, heads, feedForward, (float) Work.DROP, Activation::relu))
          .add(LambdaBlock.singleton(steps -> steps.mean(new int[] {1})));
    }
    return block.add(linear(architecture.outputs()));
  }

  private static Block linear(int units) { return Linear.builder().setUnits(units).build(); }

  private static Block drop() { return Dropout.builder().optRate((float) Work.DROP).build(); }
}
