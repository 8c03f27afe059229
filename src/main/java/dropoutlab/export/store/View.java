package dropoutlab.export.store;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// What the window showed of a run.
///
/// @param workspace its name
/// @param past      the epoch that was looked back at; empty for the present
/// @param panels    what each panel was set to, by its name: values by the names of the panel's settings
@RecordBuilder
public record View(String workspace, OptionalInt past, Map<String, Map<String, String>> panels)
    implements ViewBuilder.With {
  public View {
    Map<String, Map<String, String>> copy = new LinkedHashMap<>();
    panels.forEach((panel, values) -> copy.put(panel, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
    panels = Collections.unmodifiableMap(copy);
  }

  /// Looks at the present of a workspace in which nothing was set.
  public static View of(String workspace) { return new View(workspace, OptionalInt.empty(), Map.of()); }
}
