package dropoutlab.ui.export;

/// What a picture is of.
enum What { FIGURE, WORKSPACE, WINDOW }
