package dropoutlab.ui.shell;

import dropoutlab.ui.export.Exporter;
import dropoutlab.ui.export.Told;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/// The keys that matter most on the left; speed and seed on the right.
final class StatusBar extends HBox {
  private final Label speed = Controls.label("", "number", "muted");
  private final Label loading = Controls.label("", "strong");
  private final Label keys = Controls.label(Words.of("shell.status.keys"), "muted");
  private final Label told = Controls.label("", "strong");
  private final Button act = new Button();
  private final PauseTransition patience = new PauseTransition(Duration.millis(250));
  private Subscription status = Subscription.EMPTY;
  private boolean hasOwn;
  private long framesBefore;
  private long since;

  StatusBar() {
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    speed.setId("status");
    keys.setMinWidth(0);
    loading.setId("loading");
    loading.setMinWidth(0);
    Controls.present(loading, false);
    told.setId("told");
    told.setMinWidth(0);
    act.getStyleClass().add("link-button");
    act.setMinWidth(USE_PREF_SIZE);
    tell(Optional.empty());
    speed.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(told, act, loading, keys, Controls.spring(), speed);
  }

  /// @param own what stands in the place of the run's speed, if anything does
  void show(String keyLine, Optional<ObservableValue<String>> own) {
    keys.setText(keyLine);
    status.unsubscribe();
    hasOwn = own.isPresent();
    status = own.map(text -> text.subscribe(speed::setText)).orElse(Subscription.EMPTY);
  }

  Subscription bind(LabModel model, Exporter exporter) {
    patience.setOnFinished(_ -> tell(model));
    Subscription loads = model.loading().subscribe(on -> {
      if (on) patience.playFromStart();
      else tell(model);
    });
    return loads.and(patience::stop).and(exporter.told().subscribe(this::tell)).and(model.pump().onFrame(2, frame -> {
      long now = System.nanoTime();
      long frames = model.pump().delivered();
      double perSecond = (frames - framesBefore) / Math.max(1e-3, (now - since) / 1e9);
      framesBefore = frames;
      since = now;
      if (!hasOwn) speed.setText(Words.of("shell.status.speed", Numbers.count(frame.stepsPerSecond()),
          Numbers.fixed(Math.min(60, perSecond), 0), frame.experiment().seed()));
    }));
  }

  /// What was saved, or is being saved, in the place of the keys.
  private void tell(Optional<Told> next) {
    told.setText(next.map(Told::sentence).orElse(""));
    Optional<Told.Action> action = next.flatMap(Told::action);
    action.ifPresent(what -> {
      act.setId(what.id());
      act.setText(what.text());
      Controls.explain(act, what.tip());
      act.setOnAction(_ -> what.run().run());
    });
    Controls.present(told, next.isPresent());
    Controls.present(act, action.isPresent());
    Controls.present(keys, next.isEmpty() && !loading.isVisible());
  }

  /// Which data are being loaded, where that takes long enough to be read.
  private void tell(LabModel model) {
    boolean on = model.loading().get();
    if (on)
      loading.setText(Words.of(model.data().get() == null ? "shell.status.loading" : "shell.status.loading.beside",
        model.experiment().get().title()));
    Controls.present(loading, on);
    Controls.present(keys, !on && !told.isVisible());
  }
}
