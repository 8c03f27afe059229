package dropoutlab.ui.export;

import dropoutlab.data.DataSet;
import dropoutlab.export.recipe.Subject;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Frame;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Exhibit;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stood there when the sheet opened: what happens behind it afterwards changes nothing here.
///
/// @param frame     empty where nothing is shown of a run yet
/// @param workspace the name of the workspace that is shown
/// @param items     the figures that can be had, those of the workspace first
/// @param options   what the figures are asked for and drawn with, by their names
/// @param exhibits  the benches, where the workspace shows these instead of a run
/// @param past      the run as it was after an epoch
record Taken(Optional<Frame> frame, DataSet data, String workspace, String workspaceTitle, List<Item> items,
             Map<String, Map<String, String>> options, List<Exhibit> exhibits, Theme theme, IntFunction<Frame> past) {
  /// @param own  whether the workspace shows it
  /// @param says what it is
  record Item(String id, String title, String says, boolean own) {}

  static Taken of(LabModel model, Workspace workspace, Theme theme) {
    List<Exhibit> exhibits = workspace.exhibits();
    Optional<Frame> frame = model.run().present();
    DataSet data = model.data().get();
    List<String> own = exhibits.isEmpty() ? List.copyOf(workspace.figures().keySet())
        : exhibits.stream().map(each -> each.subject().name()).toList();
    List<Item> items = exhibits.isEmpty() ? frame.map(now -> items(now, data, own)).orElse(List.of())
        : exhibits.stream().map(each -> new Item(each.subject().name(), each.title(), each.title(), true)).toList();
    return new Taken(frame, data, workspace.id(), workspace.title(), items,
        own.stream().collect(Collectors.toMap(Function.identity(), workspace::options)), exhibits, theme,
        epoch -> frame.orElseThrow().with(f -> f.history(f.history().until(epoch)).scrubbed(OptionalInt.of(epoch))));
  }

  private static List<Item> items(Frame frame, DataSet data, List<String> own) {
    List<FigureKind> shown = own.stream().flatMap(id -> FigureKind.named(id).stream()).toList();
    List<Item> items = new ArrayList<>();
    Stream.concat(shown.stream(), Stream.of(FigureKind.values())).distinct()
        .filter(kind -> kind.misfit(frame, data).isEmpty())
        .forEach(kind -> items.add(new Item(kind.id(), title(kind.id()), kind.description(), shown.contains(kind))));
    return items;
  }

  private static String title(String id) { return id.replace('-', ' '); }

  Optional<Exhibit> exhibit(String name) {
    return exhibits.stream().filter(each -> each.subject().name().equals(name)).findFirst();
  }

  boolean isOfBenches() { return !exhibits.isEmpty(); }

  /// Whether there is nothing yet that could be saved.
  boolean isNothing() {
    return isOfBenches() ? false
        : items.isEmpty() || frame.filter(f -> f.progress().step() > 0 || f.scrubbed().isPresent()).isEmpty();
  }

  /// The last epoch that was recorded; 0 where there is none.
  int lastEpoch() {
    return frame.filter(f -> f.history().size() > 0).map(f -> f.history().epoch(f.history().size() - 1)).orElse(0);
  }

  Subject.Moment moment(OptionalInt epoch) {
    Frame now = frame.orElseThrow();
    OptionalInt past = epoch.isPresent() ? epoch : now.scrubbed();
    return new Subject.Moment(now.progress().step(), now.progress().phase(), past);
  }

  /// The name of a figure as the beginning of a sentence.
  String heading(String figure) {
    String title = items.stream().filter(item -> item.id().equals(figure)).map(Item::title).findFirst().orElse(figure);
    return title.isEmpty() ? title : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }
}
