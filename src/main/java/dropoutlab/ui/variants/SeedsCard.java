package dropoutlab.ui.variants;

import dropoutlab.card.place.Pairing;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.variant.SeedsFigure;
import dropoutlab.frame.Replicate;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.variant.seeds.SeedWords;
import dropoutlab.run.SeedRuns;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.train.Together;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.Job;
import dropoutlab.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// A, B and none over many seeds, trained in the background. It begins by itself once nothing has been changed for a
/// moment. What is finished is kept while the window is open, and cancelling loses none of it.
final class SeedsCard extends CardPane {
  private static final int MORE = 10;
  private static final Duration REST = Duration.seconds(2);

  private final FigureCanvas figure;
  private final ProgressBar bar = new ProgressBar(0);
  private final Button cancel = Controls.button("seedsCancel", Words.of("variants.seeds.cancel"), Feather.X, Words.of("variants.seeds.cancel.tip"));
  private final Button more = Controls.button("seedsMore", Words.of("variants.seeds.more", MORE), Feather.PLUS, Words.of("variants.seeds.more.tip"));
  private final PauseTransition rest = new PauseTransition(REST);
  private final Map<Experiment, Compared> kept = new HashMap<>();
  private LabModel model;
  private Experiment present;
  private Job<?> job;
  private boolean stopped;

  /// What is finished of a comparison, and how many seeds are wanted.
  private record Compared(Replicates done, int wanted) {
    int finished() { return done.all().size(); }
  }

  SeedsCard(Appearance appearance) {
    super("seedsCard", Words.of("variants.seeds"));
    figure = new FigureCanvas(appearance, "seeds", Words.of("variants.seeds.tip"));
    VBox.setVgrow(figure, Priority.ALWAYS);
    bar.setId("seedsBar");
    bar.getStyleClass().add("answering");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Words.of("variants.seeds.share"));
    cancel.getStyleClass().add("chip");
    more.getStyleClass().add("chip");
    getChildren().addAll(bar, figure);
    addTools(cancel, more);
    rest.setOnFinished(_ -> goOn());
  }

  FigureCanvas figure() { return figure; }

  /// Trains while the workspace is shown.
  Subscription follow(LabModel model) {
    this.model = model;
    cancel.setOnAction(_ -> cancel());
    more.setOnAction(_ -> more());
    stopped = false;
    return Subscription.combine(figure.bind(), model.experiment().subscribe(_ -> change()), model.data().subscribe(_ -> show()),
        rest::stop, this::stop);
  }

  /// What is compared, whatever the seed and whatever else learns beside.
  private static Experiment key(Experiment experiment) {
    List<Beside> b = Pairing.b(experiment).stream().toList();
    return experiment.withoutInterventions().with(e -> e.seed(0).beside(b).card(null));
  }

  private void change() {
    Experiment now = model.experiment().get();
    Experiment next = now == null ? null : key(now);
    if (next != null && next.equals(present) && job != null) return;
    stop();
    stopped = false;
    present = next;
    show();
    rest.playFromStart();
  }

  private void goOn() {
    if (present == null || job != null || stopped || model.data().get() == null || !model.data().get().holdsOut()) return;
    Compared compared = compared();
    int left = compared.wanted - compared.finished();
    if (left <= 0) return;
    Experiment of = present;
    SeedRuns runs = new SeedRuns(of, model::dataOf, Together.IN_TURN);
    job = Job.start("seeds", watch -> {
      runs.train(SeedRuns.FIRST + compared.finished(), left, watch, one -> Platform.runLater(() -> hear(of, one)));
      return of;
    }, _ -> {}, this::fail, () -> {
      job = null;
      show();
    });
    show();
  }

  private Compared compared() { return kept.computeIfAbsent(present, of -> new Compared(SeedRuns.ready(of), MORE)); }

  private void hear(Experiment of, Replicate one) {
    Compared before = kept.get(of);
    if (before.done.all().stream().anyMatch(each -> each.seed() == one.seed())) return;
    kept.put(of, new Compared(before.done.with(one), before.wanted));
    if (of.equals(present)) show();
  }

  private void fail(String sentence) {
    stopped = true;
    model.editor().report(sentence);
  }

  private void stop() {
    if (job != null) job.cancel();
    job = null;
  }

  private void cancel() {
    stopped = true;
    stop();
    show();
    more.requestFocus();
  }

  /// Goes on where it was stopped, or with as many seeds again.
  private void more() {
    if (present == null) return;
    Compared compared = compared();
    if (!stopped) kept.put(present, new Compared(compared.done, Math.min(SeedRuns.MOST, compared.finished() + MORE)));
    stopped = false;
    goOn();
    if (job != null) cancel.requestFocus();
  }

  private void show() {
    if (present == null || model.data().get() == null) return;
    boolean fits = model.data().get().holdsOut();
    Controls.present(cancel, fits && job != null);
    Controls.present(more, fits && job == null);
    Controls.present(bar, fits);
    if (!fits) {
      setAside("");
      figure.await(WaitingFigure.of(Words.of("variants.seeds.nothing_held_out")));
      return;
    }
    Compared compared = compared();
    bar.setProgress((double) compared.finished() / compared.wanted);
    more.setText(stopped ? Words.of("variants.seeds.go_on") : Words.of("variants.seeds.more", MORE));
    String count = Words.of("variants.seeds.of", compared.finished(), compared.wanted);
    if (job != null) setAside(Words.of("variants.seeds.in_background", count), count);
    else if (compared.finished() == 0) setAside(Words.of("variants.seeds.starts", count), count);
    else setAside(count);
    SeedsFigure next = new SeedsFigure(SeedWords.of(compared.done, present, model.data().get().schema()), compared.wanted);
    figure.setAccessibleText(next.describe().text());
    figure.show(next);
  }
}
