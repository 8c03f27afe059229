/// The family of dropout methods. Each method has a file of its own: its equation, its draw, its forward and its
/// backward pass. What methods share is in UnitDropout, WeightDropout and Factors. Start reading at
/// [dropoutlab.nn.dropout.InvertedDropout].
package dropoutlab.nn.dropout;

