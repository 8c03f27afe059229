package dropoutlab.ui.sweep;

import dropoutlab.sweep.LocalEngine;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Where the runs are trained: in this program, or by the scheduler of a cluster.
final class PlaceSection extends Section {
  private final Segments<Boolean> where;
  private final Label threads = Controls.label("", "number");
  private final HBox here = Section.row(Words.of("sweepview.place.threads"), threads);
  private final CheckedField partition = new CheckedField("partition", Words.of("sweepview.place.partition"),
      Words.of("sweepview.place.partition.tip"), text -> text.matches("[\\w,.-]*") ? Optional.empty()
          : Optional.of(Words.of("sweepview.place.partition.fault")));
  private final CheckedField atOnce = CheckedField.whole("atOnce", Words.of("sweepview.place.at_once"),
      Words.of("sweepview.place.at_once.tip"), 0, 10_000);
  private final Button copy = new Button(Words.of("sweepview.place.copy"));
  private final Button script = new Button(Words.of("sweepview.place.script"));
  private final VBox cluster;
  private boolean showing;

  PlaceSection() {
    this(new Segments<Boolean>().with(false, "runHere", Words.of("sweepview.place.here"),
        Words.of("sweepview.place.here.tip"))
        .with(true, "runSlurm", Words.of("sweepview.place.slurm"), Words.of("sweepview.place.slurm.tip")));
  }

  private PlaceSection(Segments<Boolean> where) {
    super(Words.of("sweepview.place"), false, where);
    this.where = where;
    copy.setId("copySubmit");
    copy.getStyleClass().add("link-button");
    Controls.explain(copy, Words.of("sweepview.place.copy.tip"));
    script.setId("submitScript");
    script.getStyleClass().add("link-button");
    Controls.explain(script, Words.of("sweepview.place.script.tip"));
    cluster = new VBox(7, partition, atOnce, new HBox(14, script, copy));
    add(here, cluster);
  }

  /// @param log shows the script of the job array
  Subscription bind(SweepState state, SweepActions actions, LogPane log) {
    script.setOnAction(_ -> actions.script(text -> log.show(Words.of("sweepview.place.script"), text)));
    copy.setOnAction(_ -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(command(state));
      Clipboard.getSystemClipboard().setContent(content);
    });
    return Subscription.combine(where.value().subscribe((_, slurm) -> { if (!showing && slurm != null
        && state.plan() != null) state.choosePlace(plan -> plan.withSlurm(slurm)); }),
        partition.bind(text -> state.choosePlace(plan -> plan.withPartition(text))),
        atOnce.bind(text -> state.choosePlace(plan -> plan.withAtOnce(Integer.parseInt(text)))),
            state.version().subscribe(_ -> show(state, actions)));
  }

  /// What does the same on the cluster itself.
  private static String command(SweepState state) {
    String folder = state.place().map(Object::toString).orElse(Words.of("sweepview.place.folder"));
    return Words.of("sweepview.place.command", folder);
  }

  private void show(SweepState state, SweepActions actions) {
    Plan plan = state.plan();
    if (plan == null) return;
    showing = true;
    where.choose(plan.slurm());
    showing = false;
    threads.setText(Words.of("sweepview.number", LocalEngine.usualThreads()));
    where.setDisable(switch (actions.doing()) {
      case RUNNING, HOLDING, STOPPING -> true;
      case NOTHING, READY, HELD, FINISHED, LOCKED -> false;
    });
    Controls.present(here, !plan.slurm());
    Controls.present(cluster, plan.slurm());
    Controls.present(script, state.stage() == Stage.OPEN && state.open().guard() == OpenSweep.Guard.OWN);
    partition.show(plan.partition());
    atOnce.show(Integer.toString(plan.atOnce()));
  }
}
