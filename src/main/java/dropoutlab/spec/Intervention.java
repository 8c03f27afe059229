package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// A change that the user made while training. It takes effect before training step `step` (the first is 0), and is
/// written into the experiment, so that a run with a live slider can be repeated bit by bit.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Intervention.SetDropRates.class, name = "drop-rates"),
  @JsonSubTypes.Type(value = Intervention.SetPin.class, name = "pin"),
})
public sealed interface Intervention {
  long step();

  /// Returns the name of the changed network beside; null for the experiment's own network.
  String network();

  /// Returns the name of the changed network, whichever it is.
  default String of() { return network() == null ? Beside.OWN : network(); }

  /// Returns the same change of the experiment's own network.
  default Intervention ofOwn() {
    return switch (this) {
      case SetDropRates rates -> rates.withNetwork(null);
      case SetPin pin -> pin.withNetwork(null);
    };
  }

  /// New drop rates in the order of [NetworkSpec#dropRates]: the input's first, then those of the hidden layers, then
  /// those of the body. The latter may be missing and then stay as they are.
  @RecordBuilder
  record SetDropRates(long step, List<Double> p, String network)
      implements Intervention, InterventionSetDropRatesBuilder.With {
    public SetDropRates {
      Check.notNegative("step", step);
      Check.entries("p", p);
      p.forEach(rate -> Check.dropRate("p", rate));
      p = List.copyOf(p);
    }

    /// Makes a change of the experiment's own network.
    public SetDropRates(long step, List<Double> p) { this(step, p, null); }
  }

  /// Pins `unit` of `layer` (0 is the input, 1 the first hidden layer).
  @RecordBuilder
  record SetPin(long step, int layer, int unit, Pin pin, String network)
      implements Intervention, InterventionSetPinBuilder.With {
    public SetPin {
      Check.notNegative("step", step);
      Check.notNegative("layer", layer);
      Check.notNegative("unit", unit);
      Check.present("pin", pin);
    }

    /// Makes a change of the experiment's own network.
    public SetPin(long step, int layer, int unit, Pin pin) { this(step, layer, unit, pin, null); }
  }
}
