/// What is measured of methods in recurrent layers: noise in the memory, and how long it lasts. Start reading at
/// [dropoutlab.predict.variant.time.TimeMeasures].
package dropoutlab.predict.variant.time;
