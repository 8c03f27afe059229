package dropoutlab.ui.saving;

import dropoutlab.frame.Frame;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Pin;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a file, or the place that an experiment was opened from, holds of it: settings, pins, and training up to a step.
///
/// @param file       null where the run has no file of its own yet
/// @param settings   with the drop rates that were in force
/// @param pins       the units that were pinned
/// @param step       how many steps the file holds; without a file, training is not looked at
/// @param safe       whether it is really there: a run that was recovered is nowhere yet
record Held(Path file, Experiment settings, Map<List<Object>, Pin> pins, long step, boolean safe) {
  /// What a preset, a picture or a code gives back at any time.
  static Held opened(Experiment experiment) {
    return new Held(null, experiment, pins(experiment), 0, true);
  }

  static Held recovered(Experiment settings, Experiment saved) { return new Held(null, settings, pins(saved), 0, false); }

  static Held in(Path file, Experiment settings, Experiment saved, long step) {
    return new Held(file, settings, pins(saved), step, true);
  }

  /// Whether all is held that a person did, and all training that a file was made for. What follows from an experiment by
  /// training alone is no work: a click brings it back.
  boolean holds(Experiment now, Frame frame) {
    if (!safe || !settings.withoutInterventions().equals(now.withoutInterventions())) return false;
    return frame == null || pins.equals(pins(frame.experiment())) && (file == null || frame.progress().step() <= step);
  }

  /// Which units are pinned in the end, and how: one that was pinned and freed again is not among them.
  private static Map<List<Object>, Pin> pins(Experiment experiment) {
    Map<List<Object>, Pin> pins = new LinkedHashMap<>();
    for (Intervention each : experiment.interventions())
      if (each instanceof Intervention.SetPin pin) {
        List<Object> unit = List.of(pin.of(), pin.layer(), pin.unit());
        if (pin.pin() == Pin.RANDOM) pins.remove(unit);
        else pins.put(unit, pin.pin());
      }
    return pins;
  }
}
