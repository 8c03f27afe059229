/// Files: histories and predictions as CSV; models, metrics and experiments as JSON. Start reading at
/// [dropoutlab.export.ModelFile].
package dropoutlab.export;

