package dropoutlab.bench;

/// An engine with one network of a [Work].
public interface Contender extends AutoCloseable {
  enum Name {
    OURS, DJL, DL4J;

    /// Whether the engine can build the network.
    boolean has(Work work) { return this != DL4J || Dl4jLayers.has(work.architecture()); }

    /// @param rows how many examples a step or a pass sees
    Contender of(Work work, int rows) {
      return switch (this) {
        case OURS -> new Ours(work, rows);
        case DJL -> new Djl(work, rows);
        case DL4J -> new Dl4j(work, rows);
      };
    }
  }

  /// One training step: forward with fresh masks, loss, backward, update. Returns something that depends on all of it.
  double step();

  /// One forward pass with fresh masks; its outputs are worked out when this returns.
  Object pass();

  @Override default void close() {}
}
