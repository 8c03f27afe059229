package dropoutlab.bench;

/// An engine with the network of one [Work].
public interface Contender extends AutoCloseable {
  enum Name {
    OURS, DJL, DL4J;

    /// Returns whether the engine can build the network.
    boolean has(Work work) { return this != DL4J || Dl4jLayers.has(work.architecture()); }

    /// @param rows the number of examples in a step or a pass
    Contender of(Work work, int rows) {
      return switch (this) {
        case OURS -> new Ours(work, rows);
        case DJL -> new Djl(work, rows);
        case DL4J -> new Dl4j(work, rows);
      };
    }
  }

  /// Takes one training step: forward with fresh masks, loss, backward, update. Returns a number that depends on all of
  /// it.
  double step();

  /// Makes one forward pass with fresh masks; its outputs have been computed when this returns.
  Object pass();

  @Override default void close() {}
}
