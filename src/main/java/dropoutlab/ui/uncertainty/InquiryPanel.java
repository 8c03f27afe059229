package dropoutlab.ui.uncertainty;

import dropoutlab.ui.fx.LabModel;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The left panel: how passes are taken and what they are compared with.
final class InquiryPanel extends ScrollPane {
  private final PassesSection passes = new PassesSection();
  private final RateSection rate = new RateSection();
  private final NoiseSection noise = new NoiseSection();
  private final RivalsSection rivals = new RivalsSection();
  private final ReadingSection reading = new ReadingSection();

  InquiryPanel() {
    setId("inquiry");
    getStyleClass().addAll("card", "control-panel");
    VBox sections = new VBox(passes, rate, noise, rivals, reading);
    sections.getStyleClass().add("sections");
    setContent(sections);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  Subscription bind(LabModel model, QuerySettings inquiry) {
    return Subscription.combine(passes.bind(inquiry), rate.bind(model, inquiry), noise.bind(model, inquiry),
        rivals.bind(model, inquiry));
  }

  RateSection rate() { return rate; }

  NoiseSection noise() { return noise; }

  ReadingSection reading() { return reading; }
}
