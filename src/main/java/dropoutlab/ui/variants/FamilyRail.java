package dropoutlab.ui.variants;

import dropoutlab.card.Cards;
import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// All methods on one page, grouped by what is dropped; at the right of each group the architecture that it opens.
final class FamilyRail extends VBox {
  private static final PseudoClass GLYPHS = PseudoClass.getPseudoClass("glyphs");
  /// Groups of which each method has a short name stand in two columns.
  private static final List<Group> IN_TWO = List.of(Group.TRANSFORMER, Group.BESIDE);

  private final List<FamilyRow> rows = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Label title = Controls.label(Words.of("variants.rail"), "card-title");
  private final Label note = Controls.label(Words.of("variants.rail.note"), "muted", "small");
  private final Button find = new Button(Words.of("variants.rail.find.key"));
  private final Button which = new Button(Words.of("variants.rail.which"));
  private final TextField filter = new TextField();
  private final HBox head;
  private final ScrollPane scroll;
  private Comparison comparison;
  private boolean narrow;

  /// A group with its heading.
  private record Block(Group group, HBox heading, GridPane grid, List<FamilyRow> rows) {}

  FamilyRail(Appearance appearance) {
    setId("family");
    getStyleClass().addAll("card", "family");
    find.setId("familyFind");
    find.getStyleClass().add("key");
    Controls.explain(find, Words.of("variants.rail.find"));
    which.setId("whichWhen");
    which.getStyleClass().add("link-button");
    Controls.explain(which, Words.of("variants.rail.which.tip"));
    filter.setId("familyFilter");
    filter.setPromptText(Words.of("variants.rail.find"));
    filter.setAccessibleText(Words.of("variants.rail.find"));
    Controls.present(filter, false);
    head = new HBox(6, new VBox(title, note), Controls.spring(), find);
    head.setAlignment(Pos.TOP_LEFT);
    VBox all = new VBox();
    for (Group group : Group.values()) if (group != Group.NONE) all.getChildren().add(block(group, appearance));
    all.getStyleClass().add("family-groups");
    scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, filter, scroll, which);
    addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
  }

  private Node block(Group group, Appearance appearance) {
    Label name = Controls.label(group.title(), "family-heading"), where = Controls.label(group.architecture(), "muted", "small");
    HBox heading = new HBox(4, name, Controls.spring(), where);
    heading.setAlignment(Pos.BASELINE_LEFT);
    heading.getStyleClass().add("family-head");
    List<FamilyRow> its = Cards.of(group).stream().map(method -> new FamilyRow(method, appearance)).toList();
    GridPane grid = new GridPane();
    rows.addAll(its);
    Block block = new Block(group, heading, grid, its);
    blocks.add(block);
    lay(block);
    return new VBox(heading, grid);
  }

  private void lay(Block block) {
    int columns = narrow || IN_TWO.contains(block.group) ? 2 : 1;
    block.grid.getStyleClass().setAll(columns == 2 && !narrow ? "two-columns" : "one-column");
    block.grid.getChildren().clear();
    block.grid.getColumnConstraints().clear();
    for (int c = 0; c < columns; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      block.grid.getColumnConstraints().add(column);
    }
    List<FamilyRow> shown = block.rows.stream().filter(Node::isVisible).toList();
    for (int i = 0; i < shown.size(); i++) block.grid.add(shown.get(i), i % columns, i / columns);
    Controls.present(block.heading, !shown.isEmpty() && !narrow);
  }

  Button which() { return which; }

  Subscription bind(Comparison comparison) {
    find.setOnAction(_ -> find());
    filter.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) endFind();
      else if (event.getCode() == KeyCode.ENTER) chooseFirst();
    });
    // The key that opened the field does not belong into it.
    filter.addEventFilter(KeyEvent.KEY_TYPED, event -> { if (event.getCharacter().equals(Words.of("variants.rail.find.key"))) event.consume(); });
    this.comparison = comparison;
    return Subscription.combine(rows.stream().map(row -> row.bind(comparison)).toArray(Subscription[]::new))
        .and(filter.textProperty().subscribe(_ -> showFound()));
  }

  /// Opens the field that finds methods by their names.
  void find() {
    Controls.present(filter, true);
    filter.requestFocus();
  }

  private void endFind() {
    filter.clear();
    Controls.present(filter, false);
    rows.stream().filter(row -> row.button().isFocusTraversable()).findFirst().ifPresent(row -> row.button().requestFocus());
  }

  private void showFound() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    for (FamilyRow row : rows) {
      MethodCard method = row.method();
      String all = String.join("\n", method.name(), method.title(), method.shortName(), method.source(), method.group().title());
      row.setVisible(all.toLowerCase(Locale.ROOT).contains(wanted));
    }
    blocks.forEach(this::lay);
  }

  private void chooseFirst() {
    rows.stream().filter(Node::isVisible).findFirst().ifPresent(row -> comparison.choose(Letter.A, row.method()));
    endFind();
  }

  /// The arrow keys go through the family; B makes the one that has the focus B.
  private void walk(KeyEvent event) {
    int at = rows.indexOf(rows.stream().filter(row -> row.button().isFocused()).findFirst().orElse(null));
    if (at < 0) return;
    switch (event.getCode()) {
      case UP -> go(at, -1);
      case DOWN -> go(at, 1);
      case B -> comparison.choose(Letter.B, rows.get(at).method());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go(int from, int step) {
    for (int at = from + step; at >= 0 && at < rows.size(); at += step) {
      if (!rows.get(at).isVisible()) continue;
      rows.get(at).button().requestFocus();
      return;
    }
  }

  /// Only glyphs, where there is little room.
  void beNarrow(boolean on) {
    narrow = on;
    Controls.present(head, !on);
    if (on) Controls.present(filter, false);
    scroll.setVbarPolicy(on ? ScrollPane.ScrollBarPolicy.NEVER : ScrollPane.ScrollBarPolicy.AS_NEEDED);
    which.setText(Words.of(on ? "variants.rail.which.short" : "variants.rail.which"));
    pseudoClassStateChanged(GLYPHS, on);
    rows.forEach(row -> row.beNarrow(on));
    blocks.forEach(this::lay);
  }
}
