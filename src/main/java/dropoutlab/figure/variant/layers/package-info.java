/// Deep networks whose blocks are skipped in training. Start reading at [dropoutlab.figure.variant.layers.LayersView].
package dropoutlab.figure.variant.layers;

