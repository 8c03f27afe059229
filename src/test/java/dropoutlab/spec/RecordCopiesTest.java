package dropoutlab.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// A copy with one component changed differs in nothing else. Oracle: the JSON of both records, key by key.
class RecordCopiesTest {
  /// Texts of which only certain values are allowed.
  private static final Map<String, List<String>> FEW = Map.of("delimiter", List.of(",", ";"), "decimal",
      List.of(".", ","), "encoding", List.of("UTF-8", "UTF-16LE"));

  /// Every record of settings with more than one component: a copy of a single component has nothing to lose. A
  /// [Setting] and a place of a [SettingPath] name one and are never copied. The components of a sweep must fit each
  /// other, and its own tests copy them.
  static List<Class<?>> records() {
    return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("dropoutlab.spec").stream().filter(JavaClass::isRecord)
        .filter(type -> !type.getPackageName().equals("dropoutlab.spec.sweep")).<Class<?>>map(JavaClass::reflect)
        .filter(type -> type.getRecordComponents().length > 1 && type != Card.class && type != Setting.class
            && type != SettingPath.Place.class).toList();
  }

  @ParameterizedTest
  @MethodSource("records")
  void changingOneComponentLeavesTheOthers(Class<?> type) throws ReflectiveOperationException {
    Object before = sample(type, 0), other = sample(type, 1);
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      Object value = component.getAccessor().invoke(other);
      Object after = type.getMethod("with" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
          component.getType()).invoke(before, value);
      assertThat(after).isInstanceOf(type);
      assertThat(component.getAccessor().invoke(after)).isEqualTo(value)
          .isNotEqualTo(component.getAccessor().invoke(before));
      ObjectNode was = StrictJson.treeOf(before), is = StrictJson.treeOf(after);
      assertThat(is.propertyNames()).containsExactlyElementsOf(was.propertyNames());
      assertThat(is.propertyNames().stream().filter(key -> !is.get(key).equals(was.get(key)))).containsExactly(name);
    }
  }

  /// Returns the first or the second of two records that differ in every component.
  private static Object sample(Class<?> type, int which) throws ReflectiveOperationException {
    if (type == Intervention.SetPin.class) return new Intervention.SetPin(which, which, which, Pin.values()[which], "n" + which);
    if (type == Intervention.class)
      return ((Intervention.SetPin) sample(Intervention.SetPin.class, which)).withNetwork(null);
    if (type == DataSpec.MaunaLoa.class) return new DataSpec.MaunaLoa(2000 + which, (long) which);
    if (type == DataSpec.Generated.class)
      return new DataSpec.Generated(which == 0 ? GeneratedSet.TEMPORAL_ORDER : GeneratedSet.ADDING_PROBLEM, 4 + which,
          5 + which, which / 2.0, 6 + which, (long) which);
    if (type.isSealed()) return sample(type.getPermittedSubclasses()[type == DataSpec.class ? 0 : which], which);
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++)
      values[i] = FEW.containsKey(components[i].getName()) ? FEW.get(components[i].getName()).get(which)
          : value(components[i].getGenericType(), which);
    return constructed(type, components, values);
  }

  private static Object constructed(Class<?> type, RecordComponent[] components, Object[] values)
      throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor(
        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new AssertionError(type + " of " + Arrays.toString(values), e.getCause());
    }
  }

  private static Object value(Type type, int which) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list)
      return new ArrayList<>(List.of(value(list.getActualTypeArguments()[0], which)));
    if (type == double.class || type == Double.class) return which == 0 ? 0.25 : 0.5;
    if (type == int.class) return 4 + which;
    if (type == long.class || type == Long.class) return 4L + which;
    if (type == boolean.class || type == Boolean.class) return which == 1;
    if (type == String.class) return "text " + which;
    Class<?> of = (Class<?>) type;
    return of.isEnum() ? of.getEnumConstants()[which] : sample(of, which);
  }
}
