package dropoutlab.ui.export;

import dropoutlab.export.picture.Page;
import dropoutlab.words.Words;

/// What lengths of a page are told in.
enum LengthUnit {
  CM, MM, IN, PX;

  String title() { return Words.name("sheet.unit", this); }

  double of(double cm, double dpi) {
    return switch (this) {
      case CM -> cm;
      case MM -> cm * 10;
      case IN -> cm / Page.CM_PER_INCH;
      case PX -> Math.rint(cm / Page.CM_PER_INCH * dpi);
    };
  }

  double toCm(double length, double dpi) {
    return switch (this) {
      case CM -> length;
      case MM -> length / 10;
      case IN -> length * Page.CM_PER_INCH;
      case PX -> length * Page.CM_PER_INCH / dpi;
    };
  }
}
