package dropoutlab.export.recipe;

import dropoutlab.claim.Group;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.data.DataSet;
import dropoutlab.export.recipe.Board.Part;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.Frame;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The figures of a workspace of the window on one page, as a slide of it would be laid out: without the controls, what
/// matters most largest. A figure that does not fit the data leaves its room to its neighbours.
public enum Workspace {
  TRAIN, UNCERTAINTY, VARIANTS, THEORY;

  /// Of the upper row, and of the left column.
  private static final double UPPER = .48, LEFT = .54, WIDE = .62;

  /// As a figure is named.
  public String id() { return "workspace-" + name().toLowerCase(Locale.ROOT); }

  public static Optional<Workspace> named(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  public static List<String> ids() { return Arrays.stream(values()).map(Workspace::id).toList(); }

  public String title() { return Words.name("recipe.workspace", this); }

  /// A figure and what stands above it.
  private record Wanted(FigureKind kind, String title) {
    boolean fits(Frame frame, DataSet data) { return kind.misfit(frame, data).isEmpty(); }
  }

  Board draw(Painter painter, Frame frame, DataSet data, FigureOptions options) {
    List<Part> parts = switch (this) {
      case TRAIN -> train(painter, frame, data);
      case UNCERTAINTY -> uncertainty(painter, frame, data);
      case VARIANTS -> variants(painter, frame, data, options);
      case THEORY -> throw new IllegalStateException("The workspace Theory shows benches.");
    };
    return new Board(title(), parts);
  }

  private static List<Part> train(Painter painter, Frame frame, DataSet data) {
    Rows rows = new Rows(painter, frame, data);
    Wanted twin = new Wanted(FigureKind.LEARNED_TWIN, Words.of("recipe.part.learned_twin"));
    boolean pair = twin.fits(frame, data);
    rows.row(0, UPPER, new double[] {LEFT, pair ? .23 : 1 - LEFT, .23},
        new Wanted(FigureKind.NETWORK, Words.of("recipe.part.network")),
        new Wanted(FigureKind.LEARNED, Words.of(pair ? "recipe.part.learned_with" : "recipe.part.learned")), twin);
    rows.row(UPPER, 1 - UPPER, new double[] {LEFT, 1 - LEFT}, new Wanted(FigureKind.LOSS, Words.of("recipe.part.loss")),
        new Wanted(FigureKind.MC, Words.of("recipe.part.mc")));
    return rows.parts;
  }

  private static List<Part> uncertainty(Painter painter, Frame frame, DataSet data) {
    Rows rows = new Rows(painter, frame, data);
    boolean images = data.schema().image().isPresent();
    rows.row(0, UPPER, new double[] {WIDE, 1 - WIDE}, images ? new Wanted(FigureKind.ROTATION,
        Words.of("recipe.part.rotation"))
        : new Wanted(FigureKind.MC, Words.of("recipe.part.mc")), new Wanted(FigureKind.MC_PASSES,
        Words.of("recipe.part.mc_passes")));
    rows.row(UPPER, 1 - UPPER, new double[] {1},
        new Wanted(FigureKind.CALIBRATION, Words.of("recipe.part.calibration")),
        new Wanted(FigureKind.COVERAGE, Words.of("recipe.part.coverage")),
        new Wanted(FigureKind.SPARSIFICATION, Words.of("recipe.part.sparsification")),
        new Wanted(FigureKind.CONVERGENCE, Words.of("recipe.part.convergence")));
    return rows.parts;
  }

  private static List<Part> variants(Painter painter, Frame frame, DataSet data, FigureOptions options) {
    Rows rows = new Rows(painter, frame, data);
    boolean pair = !frame.beside().isEmpty(), seeds = options.seeds() != FigureOptions.SEEDS && data.holdsOut();
    // Beside nothing, the picture of the methods would leave half of its room empty.
    if (pair) rows.row(0, WIDE, new double[] {1}, new Wanted(FigureKind.VARIANT, ""));
    else rows.row(0, WIDE, new double[] {LEFT, LEFT, 1 - LEFT}, new Wanted(FigureKind.BODY, Words.of("recipe.part.body")),
        new Wanted(FigureKind.NETWORK, Words.of("recipe.part.network")), new Wanted(FigureKind.MASKS, ""));
    rows.row(WIDE, 1 - WIDE, new double[] {LEFT, 1 - LEFT},
        pair ? new Wanted(FigureKind.LOSS_PAIR, Words.of("recipe.part.loss_pair")) : new Wanted(FigureKind.LOSS,
        Words.of("recipe.part.loss")),
        seeds ? new Wanted(FigureKind.SEEDS, Words.of("recipe.part.seeds")) : new Wanted(FigureKind.EQUATIONS,
        Words.of("recipe.part.equations")));
    return rows.parts;
  }

  /// Lays figures out in rows.
  private record Rows(Painter painter, Frame frame, DataSet data, List<Part> parts) {
    Rows(Painter painter, Frame frame, DataSet data) { this(painter, frame, data, new ArrayList<>()); }

    /// @param widths of those that may stand in it; those that fit the data share the whole width
    void row(double top, double height, double[] widths, Wanted... wanted) {
      List<Integer> fitting = IntStream.range(0, wanted.length).filter(i -> wanted[i].fits(frame, data)).boxed()
          .toList();
      double all = fitting.stream().mapToDouble(i -> widths[Math.min(i, widths.length - 1)]).sum(), left = 0;
      for (int i : fitting) {
        double width = widths[Math.min(i, widths.length - 1)] / all;
        FigureKind kind = wanted[i].kind;
        parts.add(new Part(kind.id(), wanted[i].title, painter.draw(kind, frame), Board.room(left, top, width,
            height)));
        left += width;
      }
    }
  }

  /// One bench of each group, as it begins.
  static Board theory(ProgressMonitor watch) {
    List<Part> parts = new ArrayList<>();
    int columns = 3, rows = (Group.values().length + columns - 1) / columns;
    for (Group group : Group.values()) {
      var bench = Benches.of(group).getFirst();
      int at = group.ordinal();
      parts.add(new Part(bench.id(), bench.card().name(), BenchFigures.of(bench.find(bench.defaults(), watch)
          .picture(), Showing.PRINT),
          Board.room(at % columns / (double) columns, at / columns / (double) rows, 1.0 / columns, 1.0 / rows)));
    }
    return new Board(THEORY.title(), parts);
  }
}
