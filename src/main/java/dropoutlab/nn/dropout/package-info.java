/// The family of dropout methods, each with its equation, its draw, its forward and its backward pass in one file.
/// Start reading at [dropoutlab.nn.dropout.InvertedDropout].
package dropoutlab.nn.dropout;
