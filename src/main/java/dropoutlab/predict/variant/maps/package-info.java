/// What is measured of methods on maps: how alike neighbours are, what was really dropped, what it gives away. Start reading at
/// [dropoutlab.predict.variant.maps.MapsMeasured].
package dropoutlab.predict.variant.maps;
