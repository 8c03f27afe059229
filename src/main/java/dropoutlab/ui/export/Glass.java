package dropoutlab.ui.export;

import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Sheet;

/// What is seen of a picture, in pixels.
///
/// @param across how wide the whole picture is
/// @param left   how much of it lies left of what is seen
/// @param grey   whether in greys alone
record Glass(double across, int width, int height, double left, double top, boolean grey) {
  /// All that a file shows.
  static Glass whole(Page page) { return whole(page.widthPixels(), page.heightPixels()); }

  static Glass whole(int width, int height) { return new Glass(width, width, height, 0, 0, false); }

  /// Pixels for each logical pixel of a sheet.
  double scale(Sheet sheet) { return across / sheet.width(); }
}
