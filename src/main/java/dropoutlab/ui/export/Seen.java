package dropoutlab.ui.export;

/// How the preview shows the picture: as large as there is room; pixel by pixel; as small as it looks from the last
/// row; in
/// the greys of a printer.
enum Seen { FIT, PIXELS, LAST_ROW, GREY }
