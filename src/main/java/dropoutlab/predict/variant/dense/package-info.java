/// What is measured of methods in dense layers: factors, means over masks, pruned networks. Start reading at
/// [dropoutlab.predict.variant.dense.UnitsMeasured].
package dropoutlab.predict.variant.dense;
