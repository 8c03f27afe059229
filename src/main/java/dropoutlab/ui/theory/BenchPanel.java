package dropoutlab.ui.theory;

import dropoutlab.card.ClaimCard;
import dropoutlab.card.Equation;
import dropoutlab.card.Formulas;
import dropoutlab.claim.Bench;
import dropoutlab.figure.card.FormulasFigure;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.parts.ProseFlow;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Words;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The controls of a bench; below them its formulas, what is often said wrongly, what it does not show, and the source.
final class BenchPanel extends VBox {
  private final Appearance appearance;
  private final VBox all = new VBox();
  private Desk desk;
  private BenchState of;
  private boolean narrow;
  private Subscription formulas = Subscription.EMPTY;
  private ControlRows controls;

  BenchPanel(Appearance appearance) {
    this.appearance = appearance;
    setId("benchPanel");
    getStyleClass().addAll("card", "bench-panel");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  Subscription bind(Desk desk) {
    this.desk = desk;
    return Subscription.combine(desk.version().subscribe(_ -> show()), () -> formulas.unsubscribe());
  }

  /// Goes to the drop rate, or to the first control of a bench without one.
  void focus() { controls.focus(); }

  void beNarrow(boolean on) {
    if (on == narrow) return;
    narrow = on;
    of = null;
    if (desk != null) show();
  }

  private void show() {
    if (desk.state() != of) lay(desk.state());
    controls.show(desk.state());
  }

  private void lay(BenchState at) {
    of = at;
    formulas.unsubscribe();
    Bench bench = at.bench();
    ClaimCard card = bench.card();
    controls = new ControlRows(desk, bench);
    all.getChildren().setAll(controls.sections());
    Section why = new Section(card.why(), false);
    FigureCanvas canvas = new FigureCanvas(appearance, "benchFormulas", spoken(card));
    canvas.setFocusTraversable(false);
    show(canvas, card);
    formulas = Subscription.combine(canvas.bind(), canvas.widthProperty().subscribe(_ -> show(canvas, card)));
    why.add(canvas);
    card.note().ifPresent(note -> why.add(ProseFlow.of(note)));
    all.getChildren().add(why);
    if (!card.said().isEmpty()) {
      Section said = new Section(Words.of("theory.panel.said"), narrow);
      card.said().forEach(each -> said.add(ProseFlow.of(each)));
      all.getChildren().add(said);
    }
    Section not = new Section(Words.of("theory.panel.not"), false);
    not.add(ProseFlow.of(card.notShown()));
    Label source = Controls.label(card.source(), "muted", "small");
    source.setWrapText(true);
    source.setMinHeight(USE_PREF_SIZE);
    Section from = new Section(Words.of("theory.panel.source"), narrow);
    from.add(source);
    all.getChildren().addAll(not, from);
  }

  private static String spoken(ClaimCard card) {
    return card.formulas().stream().map(Equation::latex).map(latex -> Formulas.of(latex).spoken()).collect(Collectors.joining(". "));
  }

  private static void show(FigureCanvas canvas, ClaimCard card) {
    if (canvas.getWidth() < 10) return;
    FormulasFigure figure = new FormulasFigure(card.formulas());
    double height = Math.ceil(figure.height(canvas.toFigure(canvas.getWidth())));
    canvas.setMinHeight(height);
    canvas.setPrefHeight(height);
    canvas.show(figure);
  }
}
