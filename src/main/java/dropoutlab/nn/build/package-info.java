/// From a spec to layers: shapes, sizes and the memory that they take. Start reading at
/// [dropoutlab.nn.build.LayerBuilder].
package dropoutlab.nn.build;
