/// The picture of a convolutional network whose maps are dropped from. Start reading at
/// [dropoutlab.figure.variant.maps.MapsView].
package dropoutlab.figure.variant.maps;

