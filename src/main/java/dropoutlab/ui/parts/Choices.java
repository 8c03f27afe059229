package dropoutlab.ui.parts;

import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.words.Words;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// Combo boxes over a few fixed values, and what these are called.
public final class Choices {
  private Choices() {}

  @SafeVarargs
  public static <T> ComboBox<T> of(String id, String accessibleText, Function<T, String> title, T... values) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getStyleClass().add("short-field");
    box.setAccessibleText(accessibleText);
    box.getItems().setAll(values);
    box.setConverter(new StringConverter<>() {
      @Override public String toString(T value) { return value == null ? "" : title.apply(value); }

      @Override public T fromString(String text) { throw new UnsupportedOperationException(); }
    });
    return box;
  }

  public static String title(Activation activation) { return Words.name("shell.activation", activation); }

  public static String title(Initialisation initialisation) {
    return Words.name("shell.initialisation", initialisation);
  }
}
