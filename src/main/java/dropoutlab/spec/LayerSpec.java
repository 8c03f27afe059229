package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A layer of a network's body, which stands between the inputs and the dense hidden layers. Each family has its
/// builder in [dropoutlab.nn.build]; equations are in the classes of the layers.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LayerSpec.Reshape.class, name = "reshape"),
  @JsonSubTypes.Type(value = LayerSpec.Activate.class, name = "activate"),
  @JsonSubTypes.Type(value = LayerSpec.Drop.class, name = "dropout"),
  @JsonSubTypes.Type(value = LayerSpec.DenseLayer.class, name = "dense"),
  @JsonSubTypes.Type(value = LayerSpec.LayerNorm.class, name = "layer-norm"),
  @JsonSubTypes.Type(value = LayerSpec.BatchNorm.class, name = "batch-norm"),
  @JsonSubTypes.Type(value = LayerSpec.Residual.class, name = "residual"),
  @JsonSubTypes.Type(value = LayerSpec.Conv2d.class, name = "conv2d"),
  @JsonSubTypes.Type(value = LayerSpec.Pool.class, name = "pool"),
  @JsonSubTypes.Type(value = LayerSpec.SpatialDropout.class, name = "spatial-dropout"),
  @JsonSubTypes.Type(value = LayerSpec.DropBlock.class, name = "drop-block"),
  @JsonSubTypes.Type(value = LayerSpec.Embedding.class, name = "embedding"),
  @JsonSubTypes.Type(value = LayerSpec.Recurrent.class, name = "recurrent"),
  @JsonSubTypes.Type(value = LayerSpec.TimePool.class, name = "time-pool"),
  @JsonSubTypes.Type(value = LayerSpec.Position.class, name = "position"),
  @JsonSubTypes.Type(value = LayerSpec.Attention.class, name = "attention"),
  @JsonSubTypes.Type(value = LayerSpec.Encoder.class, name = "encoder"),
})
public sealed interface LayerSpec {
  /// Returns the same layer with all drop rates 0 and with no method that would learn one.
  default LayerSpec withoutDropout() {
    return switch (this) {
      case Drop _ -> new Drop(0, new DropoutSpec.Inverted());
      case Residual r -> r.with(to -> to.drop(0).layers(r.layers().stream().map(LayerSpec::withoutDropout).toList()));
      case SpatialDropout _, DropBlock _, Embedding _, Recurrent _, Attention _, Encoder _, Reshape _, Activate _,
          DenseLayer _, LayerNorm _, BatchNorm _, Conv2d _, Pool _, TimePool _, Position _ -> withDrops(_ -> 0);
    };
  }

  /// Returns all drop rates that are not learnt, those of inner layers included, in the order in which [#withDrops]
  /// visits them.
  default List<Double> drops() {
    List<Double> drops = new ArrayList<>();
    withDrops(p -> {
      drops.add(p);
      return p;
    });
    return drops;
  }

  /// Returns the same layer with each drop rate that is not learnt replaced by the result of `rate`, one after the
  /// other.
  default LayerSpec withDrops(DoubleUnaryOperator rate) {
    return switch (this) {
      case Drop d -> d.method().learnsRate() ? d : d.withP(rate.applyAsDouble(d.p()));
      case Residual r -> {
        double drop = rate.applyAsDouble(r.drop());
        yield r.with(to -> to.drop(drop).layers(r.layers().stream().map(layer -> layer.withDrops(rate)).toList()));
      }
      case SpatialDropout(double p) -> new SpatialDropout(rate.applyAsDouble(p));
      case DropBlock d -> d.withP(rate.applyAsDouble(d.p()));
      case Embedding e -> e.withDrop(rate.applyAsDouble(e.drop()));
      case Recurrent r -> r.withDrop(r.drop().with(d -> d.inputs(rate.applyAsDouble(d.inputs()))
          .state(rate.applyAsDouble(d.state())).outputs(rate.applyAsDouble(d.outputs()))));
      case Attention a -> a.withDrop(rate.applyAsDouble(a.drop()));
      case Encoder e -> e.with(to -> to.attentionDrop(rate.applyAsDouble(e.attentionDrop()))
          .feedForwardDrop(rate.applyAsDouble(e.feedForwardDrop())).residualDrop(rate.applyAsDouble(e.residualDrop()))
          .layerDrop(rate.applyAsDouble(e.layerDrop())));
      case Reshape _, Activate _, DenseLayer _, LayerNorm _, BatchNorm _, Conv2d _, Pool _, TimePool _, Position _ -> this;
    };
  }

  /// Layers that work on any shape.
  sealed interface Simple extends LayerSpec {}

  /// Layers on maps of rows x cols.
  sealed interface Spatial extends LayerSpec {}

  /// Layers on sequences of steps.
  sealed interface Sequential extends LayerSpec {}

  /// Reads the columns as `maps` x `rows` x `cols`; a sequence of T steps of d features is 1 x T x d.
  @RecordBuilder
  record Reshape(int maps, int rows, int cols) implements Simple, LayerSpecReshapeBuilder.With {
    public Reshape {
      Check.range("maps", maps, 1, 4096);
      Check.range("rows", rows, 1, 4096);
      Check.range("cols", cols, 1, 100_000);
    }
  }

  record Activate(Activation activation) implements Simple {
    public Activate { Check.present("activation", activation); }
  }

  /// Drops units with rate `p` by `method`; methods that drop weights belong to dense layers.
  @RecordBuilder
  record Drop(double p, DropoutSpec method) implements Simple, LayerSpecDropBuilder.With {
    public Drop {
      Check.dropRate("p", p);
      Check.present("method", method);
      if (method instanceof DropoutSpec.DropConnect || method instanceof DropoutSpec.Targeted)
        throw new IllegalArgumentException(Words.of("spec.layer.method"));
    }
  }

  /// A dense layer on the last dimension: every step of a sequence goes through the same weights.
  record DenseLayer(int units) implements Simple {
    public DenseLayer { Check.range("units", units, 1, 8192); }
  }

  /// Normalises each example, or each step of a sequence, over its last dimension; an image is normalised as a whole.
  record LayerNorm(double epsilon) implements Simple {
    public LayerNorm { Check.positive("epsilon", epsilon); }
  }

  /// Normalises each map, or each column of a vector, over the batch; `momentum` is the share of the new statistics.
  @RecordBuilder
  record BatchNorm(double epsilon, double momentum) implements Simple, LayerSpecBatchNormBuilder.With {
    public BatchNorm {
      Check.positive("epsilon", epsilon);
      Check.range("momentum", momentum, 0, 1);
    }
  }

  /// `y = x + f(x)`, where f is `layers`, whose shape must not change. Stochastic depth drops f with probability
  /// `drop`, for the whole batch or for each example, and scales in training (inverted) or at inference.
  @RecordBuilder
  record Residual(List<LayerSpec> layers, double drop, DepthMode mode, boolean inverted)
      implements Simple, LayerSpecResidualBuilder.With {
    public Residual {
      Check.entries("layers", layers);
      Check.dropRate("drop", drop);
      Check.present("mode", mode);
      layers = List.copyOf(layers);
    }

    public enum DepthMode { BATCH, EXAMPLE }
  }

  @RecordBuilder
  record Conv2d(int maps, int kernel, int stride, int padding) implements Spatial, LayerSpecConv2dBuilder.With {
    public Conv2d {
      Check.range("maps", maps, 1, 1024);
      Check.range("kernel", kernel, 1, 31);
      Check.range("stride", stride, 1, 31);
      Check.range("padding", padding, 0, 30);
    }
  }

  @RecordBuilder
  record Pool(PoolKind kind, int size, int stride) implements Spatial, LayerSpecPoolBuilder.With {
    public Pool {
      Check.present("kind", kind);
      Check.range("size", size, 1, 64);
      Check.range("stride", stride, 1, 64);
    }

    public enum PoolKind { MAX, AVERAGE }
  }

  /// Drops whole maps of an image, or whole features of a sequence.
  record SpatialDropout(double p) implements Spatial {
    public SpatialDropout { Check.dropRate("p", p); }
  }

  @RecordBuilder
  record DropBlock(double p, int block) implements Spatial, LayerSpecDropBlockBuilder.With {
    public DropBlock {
      Check.dropRate("p", p);
      Check.range("block", block, 1, 128);
    }
  }

  /// Reads each input as the index of one of `vocabulary` words and puts out a vector of `width` values for it; `drop`
  /// drops word types, with one mask per sequence.
  @RecordBuilder
  record Embedding(int vocabulary, int width, double drop) implements Sequential, LayerSpecEmbeddingBuilder.With {
    public Embedding {
      Check.range("vocabulary", vocabulary, 1, 1_000_000);
      Check.range("width", width, 1, 4096);
      Check.dropRate("drop", drop);
    }
  }

  /// A recurrent layer over all steps. If `last`, it puts out the last state only, else the states of all steps.
  @RecordBuilder
  record Recurrent(Cell cell, int units, RecurrentDrop drop, boolean last)
      implements Sequential, LayerSpecRecurrentBuilder.With {
    public Recurrent {
      Check.present("cell", cell);
      Check.range("units", units, 1, 4096);
      Check.present("drop", drop);
    }

    public enum Cell { RNN, LSTM, GRU }
  }

  /// The dropout of a recurrent layer: the drop rates of its `inputs`, its `state` and its `outputs`, applied by
  /// `method`.
  @RecordBuilder
  record RecurrentDrop(RecurrentMethod method, double inputs, double state, double outputs, boolean tiedGates)
      implements LayerSpecRecurrentDropBuilder.With {
    /// Drops nothing.
    public static final RecurrentDrop OFF = new RecurrentDrop(RecurrentMethod.VARIATIONAL, 0, 0, 0, false);

    public RecurrentDrop {
      Check.present("method", method);
      Check.dropRate("inputs", inputs);
      Check.dropRate("state", state);
      Check.dropRate("outputs", outputs);
    }

    /// - `VARIATIONAL`: one mask per sequence (Gal and Ghahramani 2016)
    /// - `PER_STEP`: a new mask at each step, for comparison
    /// - `CANDIDATE`: only the candidate of the cell, with a new mask at each step (Semeniuta et al. 2016)
    /// - `ZONEOUT`: a unit of the state keeps its last value with rate `state` (Krueger et al. 2017)
    public enum RecurrentMethod { VARIATIONAL, PER_STEP, CANDIDATE, ZONEOUT }
  }

  /// The mean over all steps.
  record TimePool() implements Sequential {}

  /// Adds a sinusoidal encoding of the position to each step; it belongs before the first attention or encoder layer.
  record Position() implements Sequential {}

  /// Multi-head self-attention with dropout on the attention weights.
  @RecordBuilder
  record Attention(int heads, double drop) implements Sequential, LayerSpecAttentionBuilder.With {
    public Attention {
      Check.range("heads", heads, 1, 64);
      Check.dropRate("drop", drop);
    }
  }

  /// A transformer encoder block, with dropout on the attention weights, inside the feed-forward part, and on both
  /// residual branches; `layerDrop` drops the whole block (LayerDrop). `norm` says where the block normalises.
  @RecordBuilder
  record Encoder(int heads, int feedForward, double attentionDrop, double feedForwardDrop, double residualDrop,
                 double layerDrop, Norm norm) implements Sequential, LayerSpecEncoderBuilder.With {
    public Encoder {
      Check.range("heads", heads, 1, 64);
      Check.range("feedForward", feedForward, 1, 8192);
      Check.dropRate("attentionDrop", attentionDrop);
      Check.dropRate("feedForwardDrop", feedForwardDrop);
      Check.dropRate("residualDrop", residualDrop);
      Check.dropRate("layerDrop", layerDrop);
      Check.present("norm", norm);
    }

    /// Normalised after each sub-layer.
    public Encoder(int heads, int feedForward, double attentionDrop, double feedForwardDrop, double residualDrop,
                   double layerDrop) {
      this(heads, feedForward, attentionDrop, feedForwardDrop, residualDrop, layerDrop, Norm.POST);
    }

    /// - `POST`: normalises the sum after each sub-layer, as in the original transformer (Vaswani et al. 2017)
    /// - `PRE`: normalises what enters each sub-layer, so that an untouched path leads past all blocks (Xiong et al.
    ///   2020)
    public enum Norm { POST, PRE }
  }
}
