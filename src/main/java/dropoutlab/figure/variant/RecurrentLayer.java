package dropoutlab.figure.variant;

import dropoutlab.card.place.Placement;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.StepMask.Place;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.LayerSpec.Recurrent.Cell;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A recurrent layer of a network, and its places of dropout.
///
/// @param inputs what the layer before gives it
public record RecurrentLayer(LayerView.Recurrent view, LayerSpec.Recurrent spec, Matrix inputs) {
  /// The places of a recurrent layer, in this order in every network. The method decides what is dropped of the state.
  public enum Slot {
    INPUTS(Place.INPUTS), STATE(Place.STATE, Place.CANDIDATE, Place.STATE_ZONEOUT), MEMORY(Place.CELL_ZONEOUT),
    OUTPUTS(Place.OUTPUTS);

    private final Set<Place> places;

    Slot(Place first, Place... more) { places = EnumSet.of(first, more); }
  }

  /// A place of a recurrent layer.
  ///
  /// @param layer its number among the recurrent layers, from 0
  public record Where(int layer, Slot slot) {}

  /// Returns the recurrent layers of a side, from the inputs on.
  public static List<RecurrentLayer> of(Side side) {
    List<LayerSpec.Recurrent> specs = Placement.flat(side.state().inForce().body()).stream()
        .filter(LayerSpec.Recurrent.class::isInstance).map(LayerSpec.Recurrent.class::cast).toList();
    List<RecurrentLayer> layers = new ArrayList<>();
    Matrix inputs = Matrix.EMPTY;
    for (LayerView view : flat(side.view()).toList()) {
      if (view instanceof LayerView.Recurrent own)
        layers.add(new RecurrentLayer(own, specs.get(layers.size()), inputs));
      inputs = view.values();
    }
    return layers;
  }

  /// Returns all layers of a body, those inside blocks before their block.
  public static Stream<LayerView> flat(NetworkView view) { return flat(view.body()); }

  private static Stream<LayerView> flat(List<LayerView> layers) {
    return layers.stream().flatMap(layer -> layer instanceof LayerView.Block block
        ? Stream.concat(flat(block.inside()), Stream.of(layer)) : Stream.of(layer));
  }

  /// Returns what is dropped at a place; empty where nothing is.
  public Optional<StepMask> at(Slot slot) {
    return view.masks().stream().filter(mask -> slot.places.contains(mask.place())).findFirst();
  }

  /// Returns what remembers: an LSTM's c, else the state h, after each step, (examples x steps units).
  public Matrix memory() { return view.cells().isEmpty() ? view.values() : view.cells(); }

  public boolean hasMemory() { return !view.cells().isEmpty(); }

  /// Returns whether a mask on the candidate falls on the whole state, as in a cell that has no memory beside it.
  public boolean isPlain() { return spec.cell() == Cell.RNN; }

  /// Returns how many masks stand at a place in each step: one, or one for each gate.
  public int groups() {
    boolean untied = spec.drop().method() == RecurrentMethod.VARIATIONAL && !spec.drop().tiedGates();
    return untied ? switch (spec.cell()) {
      case RNN -> 1;
      case GRU -> 3;
      case LSTM -> 4;
    } : 1;
  }

  /// Returns all places.
  ///
  /// @param rival the same layer of the other network
  List<Sites.Place> places(Optional<RecurrentLayer> rival) {
    return Stream.of(Slot.values()).map(slot -> {
      Optional<StepMask> own = at(slot);
      Place place = own.or(() -> rival.flatMap(other -> other.at(slot))).map(StepMask::place).orElse(Place.STATE);
      boolean used = own.filter(mask -> Sites.Place.isUsed(mask.dropped())).isPresent();
      return new Sites.Place(Words.name("time.place", place), used, slot == Slot.STATE,
          () -> own.map(this::ofFirstGate).orElseGet(() -> Dropped.none(still(place))));
    }).toList();
  }

  /// Returns what stands where the other network drops something and this one does not.
  private Matrix still(Place place) {
    return switch (place) {
      case STATE -> shifted();
      case CANDIDATE, CELL_ZONEOUT -> memory();
      case INPUTS -> inputs;
      case STATE_ZONEOUT, OUTPUTS -> view.values();
    };
  }

  /// The state that each step reads: that after the step before, 0 for the first.
  private Matrix shifted() {
    Matrix h = view.values();
    int units = view.units();
    return Matrix.generate(h.rows(), h.cols(), (r, c) -> c < units ? 0 : h.at(r, c - units));
  }

  /// A mask for each gate: what the first gate reads.
  private Dropped ofFirstGate(StepMask mask) {
    boolean many = groups() > 1 && (mask.place() == Place.STATE || mask.place() == Place.INPUTS);
    if (!many) return mask.dropped();
    int all = mask.width(), one = all / groups();
    Dropped d = mask.dropped();
    return new Dropped(d.p(), first(d.before(), all, one), first(d.factors(), all, one), first(d.after(), all, one),
        first(d.gradientAfter(), all, one), first(d.gradientBefore(), all, one));
  }

  private static Matrix first(Matrix values, int all, int one) {
    int rows = values.rows(), steps = values.cols() / all, i = 0;
    float[] copy = new float[rows * steps * one];
    for (int r = 0; r < rows; r++)
      for (int t = 0; t < steps; t++)
        for (int c = 0; c < one; c++) copy[i++] = (float) values.at(r, t * all + c);
    return Matrix.copyOf(copy, rows, steps * one);
  }
}
