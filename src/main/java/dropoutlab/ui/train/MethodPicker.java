package dropoutlab.ui.train;

import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.Setting;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Choices;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.SettingFields;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// How hidden layers are dropped: the method, what it does in a sentence, and its own settings.
final class MethodPicker extends VBox {
  /// In a dense layer there are no maps to drop.
  private static final List<String> OF_MAPS = List.of("maps");

  private final ComboBox<DropoutSpec> method;
  private final Label says = Controls.label("", "muted", "method-says");
  private final CheckedField start;
  private final SettingFields<DropoutSpec> settings;
  private Consumer<UnaryOperator<HiddenLayer>> change = _ -> {};
  private boolean showing;

  /// @param accessibleText whose method it is
  MethodPicker(String id, String label, String accessibleText) {
    method = Choices.of(id, accessibleText, MethodPicker::title, DropoutSpec.standard().toArray(DropoutSpec[]::new));
    method.getStyleClass().remove("short-field");
    method.getStyleClass().add("method-choice");
    method.setCellFactory(_ -> new Explained());
    method.setVisibleRowCount(DropoutSpec.standard().size());
    start = CheckedField.number(id + "-start", Words.of("trainview.picker.start"),
        Words.of("trainview.picker.start.tip"), p -> p >= 0 && p <= 0.95,
        Words.of("trainview.picker.start.wanted"));
    settings = new SettingFields<>(id + "-", next -> change.accept(layer -> layer.withMethod(next)));
    says.setId(id + "-says");
    says.setWrapText(true);
    getStyleClass().add("section-body");
    getChildren().addAll(Section.row(label, method), says, start, settings);
  }

  /// @param change hears what is to be done to the layers
  Subscription bind(Consumer<UnaryOperator<HiddenLayer>> change) {
    this.change = change;
    method.setOnAction(_ -> choose(method.getValue()));
    return start.bind(text -> change.accept(layer -> layer.withDrop(Double.parseDouble(text))));
  }

  private void choose(DropoutSpec next) {
    if (!showing && next != null)
      change.accept(layer -> layer.method().getClass() == next.getClass() ? layer : layer.withMethod(next));
  }

  /// Of all layers, that may have none in common.
  ///
  /// @param whole whether the settings of the method are to be set here
  void showAll(List<HiddenLayer> layers, boolean whole) {
    show(layers);
    if (whole) return;
    Controls.present(settings, false);
    Controls.present(start, false);
  }

  /// Of one layer.
  ///
  /// @param explained whether the method is explained here
  void showOne(HiddenLayer layer, boolean explained) {
    show(List.of(layer));
    Controls.present(says, explained);
  }

  private void show(List<HiddenLayer> layers) {
    List<DropoutSpec> used = layers.stream().map(HiddenLayer::method).distinct().toList();
    DropoutSpec one = used.size() == 1 ? used.getFirst() : null;
    showing = true;
    method.setPromptText(one == null ? Words.of("trainview.picker.differs") : "");
    method.setValue(one == null ? null : standard(one));
    showing = false;
    says.setText(one == null ? Words.of("trainview.picker.differs.says") : told(one, layers));
    Controls.present(start, one != null && one.learnsRate());
    List<Double> starts = layers.stream().map(HiddenLayer::drop).distinct().toList();
    start.show(starts.size() == 1 ? Numbers.typed(starts.getFirst()) : "");
    if (one == null) settings.clear();
    else settings.showRecord(one, OF_MAPS);
  }

  private static DropoutSpec standard(DropoutSpec like) {
    return DropoutSpec.standard().stream().filter(each -> each.getClass() == like.getClass()).findFirst().orElseThrow();
  }

  private static String told(DropoutSpec method, List<HiddenLayer> layers) {
    List<String> sentences = new ArrayList<>(List.of(says(method)));
    if (method.learnsRate()) sentences.add(Words.of("trainview.picker.learns_rate"));
    if (method.dropsWeights()) sentences.add(Words.of("trainview.picker.drops_weights"));
    boolean selu = layers.stream().allMatch(layer -> layer.activation() == Activation.SELU);
    if (method instanceof DropoutSpec.Alpha && !selu) sentences.add(Words.of("trainview.picker.needs_selu"));
    return String.join(" ", sentences);
  }

  static String title(DropoutSpec method) { return Words.of("trainview.method." + Setting.typeOf(method)); }

  static String says(DropoutSpec method) { return Words.of("trainview.method_says." + Setting.typeOf(method)); }

  /// A method in the list, above the sentence about it.
  private static final class Explained extends ListCell<DropoutSpec> {
    @Override protected void updateItem(DropoutSpec item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(empty || item == null ? null : explained(item));
    }

    private static VBox explained(DropoutSpec method) {
      Label sentence = Controls.label(says(method), "muted", "method-says");
      sentence.setWrapText(true);
      return new VBox(1, Controls.label(title(method), "strong"), sentence);
    }
  }
}
