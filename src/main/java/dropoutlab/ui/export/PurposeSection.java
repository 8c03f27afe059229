package dropoutlab.ui.export;

import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Wordings;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What the pictures are for, which sets all that follows.
final class PurposeSection extends SheetSection {
  private static final double CM = 0.95, LEAST = 8, MOST_WIDE = 32, MOST_HIGH = 21;
  private static final List<Purpose> CARDS = List.of(Purpose.SLIDE_WIDE, Purpose.SLIDE, Purpose.PAPER, Purpose.POSTER);

  private final ToggleGroup group = new ToggleGroup();
  private final Map<Purpose, ToggleButton> cards = new EnumMap<>(Purpose.class);
  private final Button back = Controls.button("purposeBack", Words.of("sheet.changed"), Feather.ROTATE_CCW,
      Words.of("sheet.changed.back"));
  private final ToggleButton own = Controls.chip("purpose-own", Words.of("sheet.own"), Words.of("sheet.own.tip"));

  PurposeSection() {
    super(Words.of("sheet.for"));
    own.getStyleClass().setAll("toggle-button", "link-button", "own-size");
    own.setToggleGroup(group);
    own.setUserData(Purpose.OWN);
    back.getStyleClass().addAll("link-button", "purpose-back");
    aside(back, own);
    GridPane grid = new GridPane(8, 8);
    for (int i = 0; i < CARDS.size(); i++) {
      ToggleButton card = card(CARDS.get(i));
      GridPane.setHgrow(card, Priority.ALWAYS);
      grid.add(card, i % 2, i / 2);
    }
    add(grid);
  }

  private ToggleButton card(Purpose purpose) {
    ToggleButton card = new ToggleButton();
    card.setId("purpose-" + purpose.id().replace(':', '-'));
    card.getStyleClass().add("purpose-card");
    card.setToggleGroup(group);
    card.setUserData(purpose);
    card.setMaxWidth(Double.MAX_VALUE);
    card.setMinWidth(0);
    card.setAlignment(Pos.CENTER_LEFT);
    cards.put(purpose, card);
    return card;
  }

  private static Node face(Page page, boolean changed) {
    Label name = Controls.label(page.purpose().title(), "purpose-name");
    if (changed) name.setGraphic(Controls.icon(Feather.EDIT_2));
    name.setContentDisplay(ContentDisplay.RIGHT);
    name.setMinWidth(0);
    VBox words = new VBox(0, name, new Wordings("purpose-facts", facts(page), brief(page)));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox face = new HBox(8, icon(page), words);
    face.setAlignment(Pos.CENTER_LEFT);
    return face;
  }

  private static String facts(Page page) {
    return Words.of("sheet.purpose.facts", Sizes.brief(page.widthCm()), Sizes.brief(page.heightCm()),
        Numbers.brief(page.wordsPt()));
  }

  private static String brief(Page page) {
    return Words.of("sheet.purpose.brief", Sizes.brief(page.widthCm()), Sizes.brief(page.heightCm()));
  }

  /// The page, small: all to one scale, as far as they fit.
  private static Node icon(Page page) {
    double scale = Math.min(CM, Math.min(MOST_WIDE / page.widthCm(), MOST_HIGH / page.heightCm()));
    scale = Math.max(scale, LEAST / Math.min(page.widthCm(), page.heightCm()));
    Rectangle sheet = new Rectangle(Math.min(MOST_WIDE, page.widthCm() * scale),
        Math.min(MOST_HIGH, page.heightCm() * scale));
    sheet.getStyleClass().add("purpose-icon");
    StackPane frame = new StackPane(sheet);
    frame.setMinWidth(MOST_WIDE);
    return frame;
  }

  Subscription bind(SheetState state) {
    back.setOnAction(_ -> state.change(o -> o.withSetup(o.setup().standard())));
    group.getToggles().forEach(each -> ((ToggleButton) each).setOnAction(_ -> {
      each.setSelected(true);
      if (state.now().page().purpose() != each.getUserData()) state.choose((Purpose) each.getUserData());
    }));
    return state.order().subscribe(order -> {
      boolean changed = order.setup().isChanged();
      for (ToggleButton card : cards.values()) show(card, order, state);
      own.setSelected(order.page().purpose() == Purpose.OWN);
      Controls.present(back, changed && order.page().purpose() != Purpose.OWN);
      setDisable(order.what() == What.WINDOW);
    });
  }

  private void show(ToggleButton card, Order order, SheetState state) {
    Purpose purpose = (Purpose) card.getUserData();
    boolean chosen = order.page().purpose() == purpose;
    Setup setup = chosen ? order.setup() : state.kept(purpose);
    card.setSelected(chosen);
    if (setup.page().equals(card.getProperties().put("page", setup.page()))) return;
    card.setGraphic(face(setup.page(), setup.isChanged()));
    String said = Words.of(setup.isChanged() ? "sheet.purpose.said_changed" : "sheet.purpose.said", purpose.title(),
        facts(setup.page()));
    card.setAccessibleText(said);
  }
}
