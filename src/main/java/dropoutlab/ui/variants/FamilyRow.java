package dropoutlab.ui.variants;

import dropoutlab.card.MethodCard;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// One method of the family: a click makes it A; Shift and a click, or its own button, make it B.
final class FamilyRow extends HBox {
  private static final PseudoClass IS_A = PseudoClass.getPseudoClass("a"), IS_B = PseudoClass.getPseudoClass("b"),
      DIMMED = PseudoClass.getPseudoClass("dimmed");

  private final MethodCard method;
  private final GlyphIcon glyph;
  private final Button name = new Button();
  private final Button compare = new Button(Words.of("variants.rail.compare"));
  private final Badge badge = new Badge();
  private Comparison comparison;

  FamilyRow(MethodCard method, Appearance appearance) {
    super(6);
    this.method = method;
    glyph = new GlyphIcon(appearance, 15);
    setId("family-" + method.name());
    getStyleClass().add("family-row");
    setAlignment(Pos.CENTER_LEFT);
    name.setId("method-" + method.name());
    name.getStyleClass().add("family-name");
    name.setText(method.shortName());
    name.setGraphic(glyph);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    HBox.setHgrow(name, Priority.ALWAYS);
    compare.setId("compare-" + method.name());
    compare.getStyleClass().add("compare");
    compare.setFocusTraversable(false);
    compare.setMinWidth(USE_PREF_SIZE);
    compare.setAccessibleText(Words.of("variants.rail.compare.tip", method.title()));
    Controls.present(compare, false);
    Controls.present(badge, false);
    getChildren().addAll(name, compare, badge);
  }

  MethodCard method() { return method; }

  Button button() { return name; }

  Subscription bind(Comparison comparison) {
    this.comparison = comparison;
    name.setOnMouseClicked(event -> comparison.choose(event.isShiftDown() ? Letter.B : Letter.A, method));
    name.setOnKeyPressed(event -> {
      if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
      comparison.choose(event.isShiftDown() ? Letter.B : Letter.A, method);
      event.consume();
    });
    compare.setOnAction(_ -> comparison.choose(Letter.B, method));
    return Subscription.combine(glyph.bind(), comparison.a().subscribe(_ -> show(comparison)),
        comparison.b().subscribe(_ -> show(comparison)), comparison.habitat().subscribe(_ -> show(comparison)),
        hoverProperty().subscribe(_ -> show(comparison)));
  }

  private void show(Comparison comparison) {
    boolean isA = method.equals(comparison.a().get()), isB = method.equals(comparison.b().get());
    String misfit = comparison.misfitOfB(method).orElse("");
    pseudoClassStateChanged(IS_A, isA);
    pseudoClassStateChanged(IS_B, isB && !isA);
    pseudoClassStateChanged(DIMMED, isHover() && !misfit.isEmpty());
    name.setFocusTraversable(isA);
    glyph.show(method, theme -> isA ? theme.accent() : isB ? theme.rivalText() : theme.ink());
    badge.show(isA ? Letter.A : Letter.B);
    Controls.present(badge, (isA || isB) && name.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY);
    Controls.present(compare, isHover() && !isA && !isB && misfit.isEmpty() && name.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY);
    String state = isA ? Words.of("variants.rail.is_a", method.title()) : isB ? Words.of("variants.rail.is_b", method.title()) : method.title();
    name.setAccessibleText(state);
    Tooltip.install(this, new Tooltip(misfit.isEmpty() ? state : Words.of("variants.rail.misfit", state, misfit)));
  }

  /// With its glyph alone, where there is little room.
  void beNarrow(boolean narrow) {
    name.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    if (comparison != null) show(comparison);
  }
}
