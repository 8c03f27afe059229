/// The family of dropout methods. Each file holds one method: its equation, its draw, its forward and its backward
/// pass. Start reading at [dropoutlab.nn.dropout.InvertedDropout].
package dropoutlab.nn.dropout;
