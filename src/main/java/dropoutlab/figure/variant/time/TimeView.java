package dropoutlab.figure.variant.time;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.variant.Halves;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.RecurrentLayer;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.SiteTold;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.spec.DataSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dropout in a recurrent network that is unrolled in time: the values of one example, units x steps, with what is
/// dropped in each step, and what a unit remembers.
///
/// @param measured empty while it is computed
public record TimeView(Versus versus, Look look, Schema schema, DataSpec data, Optional<TimeEvidence> measured)
    implements View {
  @Override public Figure strip() { return new TimeStrip(versus, look.site(), schema, data); }

  @Override public double stripHeight() { return TimeStrip.HEIGHT; }

  @Override public Figure hero() {
    Scene scene = new Scene(versus, look, measured);
    return new Halves(versus, side -> new TimePicture(scene, side, schema,
        StepLabels.of(side, schema, data, look.example())));
  }

  @Override public List<Panel> evidence() {
    List<Side> sides = versus.sides();
    List<TimePlots.Measured> all = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      int at = i;
      all.add(new TimePlots.Measured(sides.get(i), measured.filter(m -> at < m.networks().size())
          .map(m -> m.networks().get(at))));
    }
    return new TimePlots(all, sides.stream().map(side -> Lane.of(versus, side, look.site(), look.example())).toList())
        .panels();
  }

  @Override public List<String> sentences() {
    int steps = RecurrentLayer.of(versus.a()).getFirst().view().steps();
    List<String> told = new ArrayList<>(List.of(Words.of("toldvariants.time.pass", steps)));
    told.addAll(new SiteTold(versus, look.example()).sentences());
    return told;
  }
}
