/// Trained networks as ONNX files. Start reading at [dropoutlab.export.onnx.OnnxFile].
package dropoutlab.export.onnx;
