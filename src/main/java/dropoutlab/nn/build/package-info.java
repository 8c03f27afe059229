/// Builds layers from specs: their shapes, their sizes and the memory that they take. Start reading at
/// [dropoutlab.nn.build.LayerBuilder].
package dropoutlab.nn.build;

