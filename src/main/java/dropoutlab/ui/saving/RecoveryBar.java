package dropoutlab.ui.saving;

import dropoutlab.export.store.Autosave;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Job;
import dropoutlab.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Offers what a window left behind that did not end as it should, the newest first: to go on with it, or to throw it away.
/// What is neither stays for the next start.
public final class RecoveryBar extends HBox {
  private final Label sentence = Controls.label("");
  private final Button restore =
      Controls.button("recoveryRestore", Words.of("saving.recovery.restore"), Feather.ROTATE_CCW, Words.of("saving.recovery.restore.tip"));
  private final Button discard =
      Controls.button("recoveryDiscard", Words.of("saving.recovery.discard"), Feather.TRASH_2, Words.of("saving.recovery.discard.tip"));
  private final Button later = Controls.quietButton("recoveryLater", Feather.X, Words.of("saving.recovery.later"));
  private List<Autosave.Left> left = List.of();
  private Document document;
  private Recovery recovery;

  public RecoveryBar() {
    super(10);
    setId("recovery");
    getStyleClass().add("notice-bar");
    setAlignment(Pos.CENTER_LEFT);
    sentence.setId("recoveryText");
    sentence.setWrapText(true);
    restore.setMinWidth(USE_PREF_SIZE);
    discard.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(Controls.icon(Feather.LIFE_BUOY), sentence, Controls.spring(), restore, discard, later);
    restore.setOnAction(_ -> restore());
    discard.setOnAction(_ -> {
      Autosave.Left chosen = left.getFirst();
      next();
      Thread.ofPlatform().daemon().name("recovery").start(chosen::discard);
    });
    later.setOnAction(_ -> Controls.present(this, false));
    Controls.present(this, false);
  }

  public void offer(Document document, Recovery recovery) {
    this.document = document;
    this.recovery = recovery;
    Job.start("recovery", _ -> recovery.left(), found -> {
      left = found;
      tell();
    }, _ -> {}, () -> {});
  }

  private void restore() {
    Autosave.Left chosen = left.getFirst();
    next();
    // It is thrown away only once this window has kept it itself.
    document.recover(_ -> chosen.read(), () -> recovery.afterwards(chosen::discard));
  }

  private void next() {
    left = left.subList(1, left.size());
    tell();
  }

  private void tell() {
    if (!left.isEmpty()) {
      String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .format(left.getFirst().when().atZone(ZoneId.systemDefault()));
      sentence.setText(left.size() == 1 ? Words.of("saving.recovery", when) : Words.count("saving.recovery.more", left.size() - 1, when));
    }
    Controls.present(this, !left.isEmpty());
  }
}
