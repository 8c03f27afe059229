package dropoutlab.cli;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.export.recipe.FigureOptions;
import dropoutlab.spec.Beside;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// What a figure of a run is asked for and drawn with.
final class FigureArguments {
  @Option(names = "--passes", paramLabel = "T", defaultValue = "100")
  private int passes;

  @Option(names = "--example", paramLabel = "N", defaultValue = "1")
  private int example;

  @Option(names = "--network", paramLabel = "NAME", defaultValue = Beside.OWN)
  private String network;

  @Option(names = "--seeds", paramLabel = "N", defaultValue = "10")
  private int seeds;

  @Option(names = "--log")
  private boolean log;

  @Option(names = "--probe", paramLabel = "X[,Y]")
  private String probe;

  @Option(names = "--ensemble", paramLabel = "N", defaultValue = "0")
  private int ensemble;

  FigureOptions options() {
    Map<String, String> typed = new LinkedHashMap<>(Map.of("passes", Integer.toString(passes), "example",
        Integer.toString(example), "network", network, "seeds", Integer.toString(seeds), "log", Boolean.toString(log),
        "ensemble",
        Integer.toString(ensemble)));
    if (probe != null) typed.put("probe", probe);
    try {
      return FigureOptions.of(typed);
    } catch (IllegalArgumentException e) {
      throw new CallerMistake(e.getMessage(), e);
    }
  }
}
