package dropoutlab.ui.train;

import dropoutlab.spec.Beside;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Segments;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/// Which of the networks that learn side by side is shown: the experiment's own, or one beside. Not there where none
/// learns beside. A few short names stand next to each other, else they are in a list.
final class NetworkChoice extends HBox {
  private static final int LONGEST = 9;
  /// Letters, and for each name the room around it, that fit beside the other tools of the card.
  private static final int ROOM = 26;
  private static final int AROUND = 2;

  private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper(Beside.OWN);
  private List<String> beside = List.of();

  NetworkChoice() { Controls.present(this, false); }

  /// The name of the chosen one.
  ReadOnlyStringProperty shown() { return shown.getReadOnlyProperty(); }

  /// Offers these beside the own one. What was chosen stays chosen as long as it is among them.
  void offer(List<String> names) {
    if (names.equals(beside)) return;
    beside = List.copyOf(names);
    String before = beside.contains(shown.get()) ? shown.get() : Beside.OWN;
    Controls.present(this, !beside.isEmpty());
    List<String> all = new ArrayList<>(List.of(Beside.OWN));
    all.addAll(beside);
    int length = all.stream().mapToInt(name -> text(name).length() + AROUND).sum();
    if (length <= ROOM) getChildren().setAll(segments(all, before));
    else getChildren().setAll(list(all, before));
  }

  private Segments<String> segments(List<String> names, String chosen) {
    Segments<String> segments = new Segments<>();
    for (String name : names) segments.with(name, "networkShown-" + Beside.key(name), text(name), tip(name));
    segments.choose(chosen);
    segments.value().subscribe(shown::set);
    return segments;
  }

  private ComboBox<String> list(List<String> names, String chosen) {
    ComboBox<String> list = Choices.of("networkShown", Words.of("beside.which"),
        name -> name.equals(Beside.OWN) ? Words.of("beside.own") : name, names.toArray(String[]::new));
    list.setPrefWidth(130);
    list.setValue(chosen);
    list.valueProperty().subscribe(shown::set);
    return list;
  }

  private static String text(String name) {
    return name.equals(Beside.OWN) ? Words.of("beside.own") : Shown.shortened(name, LONGEST);
  }

  private static String tip(String name) {
    return name.equals(Beside.OWN) ? Words.of("beside.own.tip") : Words.of("beside.tip", name);
  }
}
