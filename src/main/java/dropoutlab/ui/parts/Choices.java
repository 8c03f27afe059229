package dropoutlab.ui.parts;

import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
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

      @Override public T fromString(String text) { throw new UnsupportedOperationException("not editable"); }
    });
    return box;
  }

  public static String title(Activation activation) {
    return switch (activation) {
      case RELU -> "ReLU";
      case LEAKY_RELU -> "leaky ReLU";
      case TANH -> "tanh";
      case SIGMOID -> "sigmoid";
      case SELU -> "SELU";
      case GELU -> "GELU";
      case IDENTITY -> "identity";
    };
  }

  public static String title(Initialisation initialisation) {
    return switch (initialisation) {
      case HE -> "He";
      case XAVIER -> "Xavier";
      case LECUN -> "LeCun";
      case HE_UNIFORM -> "He, uniform";
      case XAVIER_UNIFORM -> "Xavier, uniform";
    };
  }
}
