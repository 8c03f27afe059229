package dropoutlab.ui.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Appearance;
import java.util.function.Supplier;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The plan, read downwards as one sentence: which sweep, of what, along which axis, on which seeds, where, how long.
final class PlanPanel extends VBox {
  private final ReadySection ready;
  private final ExperimentSection experiment = new ExperimentSection();
  private final AxisSection first = new AxisSection(0), second = new AxisSection(1);
  private final SeedSection seeds = new SeedSection();
  private final PlaceSection place = new PlaceSection();
  private final TimeSection time = new TimeSection();

  PlanPanel(Appearance appearance) {
    ready = new ReadySection(appearance);
    setId("planPanel");
    getStyleClass().addAll("card", "plan-panel");
    VBox all = new VBox(ready, experiment, first, second, seeds, place, time);
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  /// @param set the experiment that is set in Train
  /// @param log shows the script of a job array
  Subscription bind(SweepState state, SweepActions actions, Supplier<Experiment> set, LogPane log) {
    return Subscription.combine(ready.bind(state, set), experiment.bind(state, set), first.bind(state),
        second.bind(state),
        seeds.bind(state, actions), place.bind(state, actions, log), time.bind(state, actions));
  }
}
