package dropoutlab.ui.variants;

import dropoutlab.card.Equations;
import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.card.Prose;
import dropoutlab.figure.card.EquationsFigure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.MicroscopeFigure;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Phase;
import dropoutlab.frame.RunState;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.ProseFlow;
import dropoutlab.ui.parts.Segments;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The card of A or B: its equations, with the one lit that the present half-step computes, real numbers under the
/// pointer, why it stands there, and the same in PyTorch.
final class MethodPanel extends VBox {
  private static final double FRAMES_PER_SECOND = 10;

  private final Appearance appearance;
  private final GlyphIcon glyph;
  private final Label title = Controls.label("", "panel-title");
  private final Label source = Controls.label("", "muted", "small");
  private final Segments<Letter> letters = new Segments<Letter>()
      .with(Letter.A, "cardOfA", Letter.A.name(), Words.of("variants.card.of", Letter.A.name()))
      .with(Letter.B, "cardOfB", Letter.B.name(), Words.of("variants.card.of", Letter.B.name()));
  private final FigureCanvas equations;
  private final FigureCanvas microscope;
  private final VBox prose = new VBox();
  private final Label code = Controls.label("", "code");
  private final Button copy = Controls.button("copyCode", Words.of("variants.card.copy"), Feather.COPY, Words.of("variants.card.copy.tip"));
  private Comparison comparison;
  private MethodCard shown;
  private Frame frame;

  MethodPanel(Appearance appearance) {
    this.appearance = appearance;
    setId("methodCard");
    getStyleClass().addAll("card", "method-card");
    glyph = new GlyphIcon(appearance, 30);
    equations = new FigureCanvas(appearance, "equations", Words.of("variants.card.equations"));
    microscope = new FigureCanvas(appearance, "microscope", Words.of("variants.microscope"));
    title.setId("methodTitle");
    title.setWrapText(true);
    source.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    source.setMinHeight(USE_PREF_SIZE);
    copy.getStyleClass().add("chip");
    code.setId("methodCode");
    code.setMinHeight(USE_PREF_SIZE);
    // A line that is cut could not be read.
    code.setWrapText(true);
    VBox names = new VBox(1, title, source);
    HBox.setHgrow(names, Priority.ALWAYS);
    HBox head = new HBox(10, glyph, names, letters);
    head.setAlignment(Pos.TOP_LEFT);
    HBox codeHead = new HBox(8, Controls.label(Words.of("variants.card.code"), "card-title"), Controls.spring(), copy);
    codeHead.setAlignment(Pos.CENTER_LEFT);
    Region push = new Region();
    VBox.setVgrow(push, Priority.ALWAYS);
    VBox all = new VBox(9, head, equations, microscope, prose, push, codeHead, code);
    prose.getStyleClass().add("prose");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  FigureCanvas equations() { return equations; }

  FigureCanvas microscope() { return microscope; }

  Subscription bind(Comparison comparison) {
    this.comparison = comparison;
    copy.setOnAction(_ -> copy());
    setOnKeyPressed(event -> {
      if (!event.isShortcutDown() || event.getCode() != KeyCode.C) return;
      copy();
      event.consume();
    });
    letters.value().subscribe(comparison.letter()::set);
    return Subscription.combine(glyph.bind(), comparison.letter().subscribe(letter -> {
      letters.choose(letter);
      show();
    }), comparison.a().subscribe(_ -> show()), comparison.b().subscribe(_ -> show()),
        appearance.theme().subscribe(_ -> showEquations()), equations.widthProperty().subscribe(_ -> showEquations()));
  }

  /// Follows the run until the subscription is closed.
  Subscription follow(LabModel model) {
    return Subscription.combine(equations.bind(), microscope.bind(), comparison.look().subscribe(_ -> showMicroscope()),
        model.pump().onFrame(FRAMES_PER_SECOND, next -> {
          boolean otherPhase = frame == null || !lit(next).equals(lit(frame));
          frame = next;
          if (otherPhase) showEquations();
          showMicroscope();
        }), () -> frame = null);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(code.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void show() {
    MethodCard next = comparison.method(comparison.letter().get()).get();
    letters.chip(Letter.B).setDisable(comparison.b().get() == null);
    if (next == null) return;
    shown = next;
    title.setText(next.title());
    source.setText(next.briefSource());
    source.setTooltip(new Tooltip(next.source()));
    boolean a = comparison.letter().get() == Letter.A, none = next.group() == Group.NONE;
    glyph.show(next, theme -> none ? theme.muted() : a ? theme.accent() : theme.rivalText());
    prose.getChildren().setAll(row("why", next.why()), row("used", next.used()), row("hurts", next.hurts()));
    next.note().ifPresent(note -> prose.getChildren().add(row("note", note)));
    next.said().forEach(said -> prose.getChildren().add(row("said", ProseFlow.of(said))));
    code.setText(next.code());
    showEquations();
  }

  private static HBox row(String key, Prose text) { return row(key, ProseFlow.of(text)); }

  private static HBox row(String key, TextFlow flow) {
    Label label = Controls.label(Words.of("variants.card." + key), "muted", "prose-label");
    HBox.setHgrow(flow, Priority.ALWAYS);
    return new HBox(8, label, flow);
  }

  /// Flat out nothing is lit. The inference line is lit where the run stands at the end of an epoch, which was measured.
  private static Optional<Equations.Part> lit(Frame frame) {
    if (frame.state() instanceof RunState.Running) return Optional.empty();
    Phase phase = frame.progress().phase();
    boolean measured = phase == Phase.UPDATE && frame.progress().batch() == 0;
    return measured ? Optional.of(Equations.Part.INFERENCE) : Equations.Part.of(phase);
  }

  private void showEquations() {
    if (shown == null || equations.getWidth() < 10) return;
    Theme theme = appearance.theme().get();
    boolean a = comparison.letter().get() == Letter.A;
    Optional<Equations.Part> part = frame == null ? Optional.empty() : lit(frame);
    String halfStep = part.isEmpty() || part.get() == Equations.Part.INFERENCE ? "" : Words.name("shell.phase", frame.progress().phase());
    EquationsFigure figure = new EquationsFigure(shown.equations(), part, halfStep, a ? theme.accent() : theme.rivalText(),
        a ? theme.accentPale() : theme.rivalPale());
    double height = Math.ceil(figure.height(equations.toFigure(equations.getWidth())));
    equations.setMinHeight(height);
    equations.setPrefHeight(height);
    equations.setMaxHeight(height);
    equations.setAccessibleText(figure.spoken());
    equations.show(figure);
  }

  private void showMicroscope() {
    if (frame == null || comparison.a().get() == null) return;
    Look look = comparison.look().get();
    Versus versus = Versus.of(frame);
    List<Site> sites = Sites.of(versus, versus.a());
    String place = look.cursor().filter(cell -> cell.site() < sites.size())
        .map(cell -> Words.of("variants.microscope.place", sites.get(cell.site()).name(), cell.index() + 1)).orElse("");
    MicroscopeFigure figure = new MicroscopeFigure(versus, look.cursor(), look.example(), place);
    microscope.setMinHeight(figure.height());
    microscope.setPrefHeight(figure.height());
    microscope.setMaxHeight(figure.height());
    microscope.setAccessibleText(figure.describe().text());
    microscope.show(figure);
  }
}
