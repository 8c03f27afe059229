package dropoutlab.ui.export;

import dropoutlab.export.ExperimentFile;
import dropoutlab.export.picture.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that an order makes, by their names.
///
/// @param base the name of the pictures without an ending
record Targets(String base, List<Target> all) {
  /// @param format empty for data
  /// @param data   what they are called in the first place; empty for pictures
  record Target(Optional<Format> format, String data, String name) {}

  static Targets of(Order order, Studio studio) {
    String base = switch (order.what()) {
      case FIGURE -> order.figure();
      case WORKSPACE -> "workspace-" + studio.taken().workspace();
      case WINDOW -> "window";
    };
    return of(order, studio, base);
  }

  private static Targets of(Order order, Studio studio, String base) {
    List<Target> all = new ArrayList<>();
    for (Format format : studio.formats(order))
      for (String name : studio.names(format, order, base)) all.add(new Target(Optional.of(format), "", name));
    // The experiment that the command names, where no preset says it.
    if (!all.isEmpty() && !studio.taken().isNothing())
      studio.command(order, files(studio.formats(order), base)).experiment()
          .ifPresent(name -> all.add(new Target(Optional.empty(), ExperimentFile.NAME, name)));
    for (String name : order.data()) all.add(new Target(Optional.empty(), name, name));
    return new Targets(base, all);
  }

  private static List<String> files(List<Format> formats, String base) {
    return formats.stream().map(format -> base + "." + format.id()).toList();
  }

  /// The files of pictures, one a format.
  List<String> pictures() {
    return files(all.stream().flatMap(each -> each.format().stream()).distinct().toList(), base);
  }

  /// The files of data, with what they are called in the first place.
  Map<String, String> data() {
    Map<String, String> data = new LinkedHashMap<>();
    for (Target each : all) if (each.format().isEmpty()) data.put(each.name(), each.data());
    return data;
  }

  List<String> names() { return all.stream().map(Target::name).toList(); }

  /// Those that are in a folder already.
  List<String> there(Path folder) {
    return names().stream().filter(name -> Files.exists(folder.resolve(name))) .toList();
  }

  /// The same files under a number that is free: `loss-2`.
  Targets free(Order order, Studio studio, Path folder) {
    for (int number = 2; ; number++) {
      Targets next = of(order, studio, base + "-" + number).numbered(order, number);
      if (next.there(folder).isEmpty()) return next;
    }
  }

  /// Data have names of their own, which get the same number.
  private Targets numbered(Order order, int number) {
    return new Targets(this.base, all.stream().map(each -> order.data().contains(each.name())
        ? new Target(each.format(), each.data(), each.name().replaceFirst("\\.(\\w+)$", "-" + number + ".$1")) : each)
            .toList());
  }
}
