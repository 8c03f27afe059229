package dropoutlab.ui.parts;

import dropoutlab.spec.Setting;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A control for each setting of a dropout method or an optimiser. A value is good where the record takes it.
public final class SettingFields<T> extends VBox {
  private final String prefix;
  private final Consumer<T> changed;
  private final List<Consumer<Object>> shows = new ArrayList<>();
  private List<Setting<T>> settings = List.of();
  private Object kind;
  private Subscription bound = Subscription.EMPTY;
  private boolean showing;

  /// @param prefix of the controls' ids
  public SettingFields(String prefix, Consumer<T> changed) {
    this.prefix = prefix;
    this.changed = changed;
    getStyleClass().add("section-body");
  }

  /// Those of a record that `leftOut` does not name.
  public void showRecord(T spec, List<String> leftOut) {
    show(spec.getClass(), Setting.of(spec).stream().filter(s -> !leftOut.contains(s.name())).toList());
  }

  /// @param of what they belong to: of another thing they get other controls
  public void show(Object of, List<Setting<T>> next) {
    settings = next;
    if (!of.equals(kind)) rebuild(of);
    showing = true;
    for (int i = 0; i < settings.size(); i++) shows.get(i).accept(settings.get(i).value());
    showing = false;
    Controls.present(this, !settings.isEmpty());
  }

  public void clear() {
    settings = List.of();
    rebuild(null);
    Controls.present(this, false);
  }

  private void rebuild(Object next) {
    kind = next;
    bound.unsubscribe();
    bound = Subscription.EMPTY;
    getChildren().clear();
    shows.clear();
    for (int i = 0; i < settings.size(); i++) {
      if (settings.get(i).type().isEnum()) addChoice(i, settings.get(i).type().getEnumConstants());
      else if (settings.get(i).type() == boolean.class) addChoice(i, false, true);
      else addField(i);
    }
  }

  private void addChoice(int at, Object... values) {
    String name = settings.get(at).name();
    ComboBox<Object> box = Choices.of(prefix + name, tip(name), SettingFields::title, values);
    box.setOnAction(_ -> { if (!showing && box.getValue() != null) changed.accept(with(at, box.getValue())); });
    shows.add(box::setValue);
    getChildren().add(Section.row(label(name), box));
  }

  private void addField(int at) {
    String name = settings.get(at).name();
    CheckedField field = new CheckedField(prefix + name, label(name), tip(name), text -> fault(at, text));
    bound = bound.and(field.bind(text -> changed.accept(with(at, number(at, text)))));
    shows.add(value -> field.show(Numbers.typed(((Number) value).doubleValue())));
    getChildren().add(field);
  }

  private Optional<String> fault(int at, String text) {
    try {
      with(at, number(at, text));
      return Optional.empty();
    } catch (NumberFormatException _) {
      boolean whole = settings.get(at).type() == int.class;
      return Optional.of(Words.of(whole ? "trainview.fields.needs_whole" : "trainview.fields.needs_number"));
    } catch (IllegalArgumentException e) {
      return Optional.of(sentence(e.getMessage()));
    }
  }

  /// What the record says, without the name that the field has beside it.
  private static String sentence(String refusal) {
    String rule = refusal.substring(refusal.indexOf(": ") + 2);
    return rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1) + ".";
  }

  private Object number(int at, String text) {
    if (settings.get(at).type() == int.class) return Integer.parseInt(text);
    return Double.parseDouble(text);
  }

  private T with(int at, Object value) { return settings.get(at).with().apply(value); }

  private static String title(Object choice) {
    if (choice instanceof Boolean on) return Words.of(on ? "trainview.yes" : "trainview.no");
    return Words.name("trainview.choice", (Enum<?>) choice);
  }

  private static String label(String setting) { return Words.of("trainview.setting." + setting); }

  private static String tip(String setting) { return Words.of("trainview.setting_tip." + setting); }
}
