/// Files: figures as PNG and SVG; histories and predictions as CSV; models, metrics and experiments as JSON. Start
/// reading at [dropoutlab.export.ModelFile] or [dropoutlab.export.PictureFiles].
package dropoutlab.export;

