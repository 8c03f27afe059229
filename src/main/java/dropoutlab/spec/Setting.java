package dropoutlab.spec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// One value of a dropout method or an optimiser: a component of its record, under its name in files. The settings of a
/// new method are therefore known wherever settings are shown, and are checked by its record.
///
/// @param type a primitive type, or an enum
/// @param with returns the same record with another value; throws the [IllegalArgumentException] of its constructor
public record Setting<T>(String name, Class<?> type, Object value, Function<Object, T> with) {
  /// Returns the settings of a record, in its order.
  public static <T> List<Setting<T>> of(T spec) {
    RecordComponent[] components = spec.getClass().getRecordComponents();
    List<Setting<T>> settings = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      int at = i;
      settings.add(new Setting<>(components[i].getName(), components[i].getType(), read(components[i], spec),
          next -> with(spec, components, at, next)));
    }
    return settings;
  }

  /// Returns the name that a file has for the kind of a record, if there are several kinds: the value of its `type`.
  public static String typeOf(Object spec) { return StrictJson.treeOf(spec).path("type").stringValue(); }

  private static Object read(RecordComponent component, Object spec) {
    try {
      return component.getAccessor().invoke(spec);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T with(T spec, RecordComponent[] components, int at, Object next) {
    Object[] values = Arrays.stream(components).map(component -> read(component, spec)).toArray();
    values[at] = next;
    Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return (T) spec.getClass().getConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) throw refused;
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(spec.getClass() + " cannot be made", e);
    }
  }
}
