package dropoutlab.nn.recurrent;

import dropoutlab.frame.LayerView.StepMask.Place;
import dropoutlab.math.RandomStream;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec.RecurrentDrop;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/// The masks of a recurrent layer. Every example has its own; `HELD` passes use one set for all examples.
///
/// - **Variational** (Gal and Ghahramani 2016, *A theoretically grounded application of dropout in recurrent neural
///   networks*): masks on the inputs, on the state that enters the gates, and on the outputs; they are drawn once per
///   sequence and are the same at every step. Untied gates have one mask each for inputs and state (equation 7); tied
///   gates share one (equation 6).
/// - **Per step**, the naive way, for comparison: the same places, with a new mask at each step.
/// - **Candidate** (Semeniuta, Severyn and Barth 2016, *Recurrent dropout without memory loss*): the rate `state`
///   applies to the cell's candidate, with a new mask at each step. Inputs and outputs are as per step.
/// - **Zoneout** (Krueger et al. 2017), see [Zoneout]: the rate `state` applies to h, and in an LSTM also to c, with
///   separate masks. Inputs and outputs are as per step.
///
/// All methods but zoneout scale what they keep by 1 / (1 - p) and are the identity at inference.
///
/// @param groups how many masks a step needs for inputs and for state: one, or one per gate
public record RecurrentMasks(int groups, SequenceMask inputs, SequenceMask state, SequenceMask candidate,
                             SequenceMask stateZoneout, SequenceMask cellZoneout, SequenceMask outputs) {
  /// @param rates   makes a drop rate from a number; called for inputs, state and outputs, in this order
  /// @param streams returns a new random stream at each call
  public static RecurrentMasks of(RecurrentDrop drop, DoubleFunction<DropRate> rates, int gates, int steps, int width,
                                  int units, Supplier<RandomStream> streams) {
    RecurrentMethod method = drop.method();
    boolean variational = method == RecurrentMethod.VARIATIONAL;
    int groups = variational && !drop.tiedGates() ? gates : 1;
    int masks = variational ? 1 : steps;
    DropRate inputs = rates.apply(drop.inputs()), state = rates.apply(drop.state()), outputs = rates.apply(drop.outputs());
    DropRate onGates = variational || method == RecurrentMethod.PER_STEP ? state : new DropRate(0);
    DropRate onCandidate = method == RecurrentMethod.CANDIDATE ? state : new DropRate(0);
    DropRate zoneout = method == RecurrentMethod.ZONEOUT ? state : new DropRate(0);
    return new RecurrentMasks(groups,
        SequenceMask.inverted(inputs, groups * width, masks, streams.get()),
        SequenceMask.inverted(onGates, groups * units, masks, streams.get()),
        SequenceMask.inverted(onCandidate, units, masks, streams.get()),
        SequenceMask.choice(zoneout, units, masks, streams.get()),
        SequenceMask.choice(zoneout, units, masks, streams.get()),
        SequenceMask.inverted(outputs, units, masks, streams.get()));
  }

  RecurrentMasks sharing() {
    return new RecurrentMasks(groups, inputs.sharing(), state.sharing(), candidate.sharing(), stateZoneout.sharing(),
        cellZoneout.sharing(), outputs.sharing());
  }

  /// Returns all masks, in the order of [Place].
  private List<SequenceMask> all() {
    return List.of(inputs, state, candidate, stateZoneout, cellZoneout, outputs);
  }

  List<DropRate> dropRates() { return all().stream().map(SequenceMask::rate).toList(); }

  SequenceMask at(Place place) { return all().get(place.ordinal()); }

  void use(Mode mode, int rows) { all().forEach(mask -> mask.use(mode, rows)); }

  void hold() { all().forEach(SequenceMask::hold); }
}
