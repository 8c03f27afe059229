/// Layers on sequences of vectors: embedding, attention, encoder blocks and their dropout. Start reading at
/// [dropoutlab.nn.sequence.Attention].
package dropoutlab.nn.sequence;

