/// The Export sheet: what is saved, as what, where, and how it will look. Start reading at
/// [dropoutlab.ui.export.ExportSheet]
/// for what is to be seen, at [dropoutlab.ui.export.SheetState] for what is behind it.
package dropoutlab.ui.export;
