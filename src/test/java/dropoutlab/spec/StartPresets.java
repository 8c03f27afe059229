package dropoutlab.spec;

import java.util.List;
import java.util.stream.Stream;

/// The presets to start with, for tests that would take long on those of every method.
public final class StartPresets {
  private StartPresets() {}

  public static List<String> names() {
    return Stream.of(PresetGroup.START, PresetGroup.UNCERTAINTY).flatMap(group -> Presets.groups().get(group).stream()).toList();
  }
}
