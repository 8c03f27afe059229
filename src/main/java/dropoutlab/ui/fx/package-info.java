/// Between JavaFX and the rest: the frame pump, the canvas that shows a figure, the pen on it, and the model that all
/// views bind to. Start reading at [dropoutlab.ui.fx.LabModel].
package dropoutlab.ui.fx;

