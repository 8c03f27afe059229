package dropoutlab.ui.shell;

import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The four half-steps of a training step. The one taken last is marked; a click takes half-steps up to the one
/// clicked.
final class PhaseChips extends HBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Map<Phase, Button> chips = new EnumMap<>(Phase.class);
  private Phase current = Phase.UPDATE;

  PhaseChips() {
    getStyleClass().add("phases");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    for (Phase phase : Phase.values()) {
      String name = phase.name().toLowerCase(Locale.ROOT);
      Button chip = new Button(Words.name("shell.phase", phase));
      chip.setId(name);
      chip.getStyleClass().addAll("chip", "phase");
      Controls.explain(chip, Words.of("shell.phase_click", Words.name("shell.phase_tip", phase)));
      chips.put(phase, chip);
      if (phase != Phase.FORWARD) getChildren().add(link());
      getChildren().add(chip);
    }
  }

  private static Region link() {
    Region link = new Region();
    link.getStyleClass().add("phase-link");
    return link;
  }

  Subscription bind(LabModel model) {
    chips.forEach((phase, chip) -> chip.setOnAction(_ -> {
      int phases = Phase.values().length;
      int halfSteps = Math.floorMod(phase.ordinal() - current.ordinal() - 1, phases) + 1;
      for (int i = 0; i < halfSteps; i++) model.run().halfStep();
    }));
    return model.pump().onFrame(10, this::show);
  }

  private void show(Frame frame) {
    boolean running = frame.state() instanceof RunState.Running;
    current = running ? Phase.UPDATE : frame.progress().phase();
    chips.forEach((phase, chip) ->
        chip.pseudoClassStateChanged(CURRENT, !running && frame.scrubbed().isEmpty() && phase == current));
  }
}
