/// The statistics of a comparison over seeds, and its words. Start reading at
/// [dropoutlab.predict.variant.seeds.SeedTable].
package dropoutlab.predict.variant.seeds;
