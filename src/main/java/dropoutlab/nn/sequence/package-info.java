/// Layers on sequences of vectors: embedding, attention, encoder blocks and their dropout.
package dropoutlab.nn.sequence;
