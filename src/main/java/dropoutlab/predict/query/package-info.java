/// The computations behind the figures: from a frame and a query to a result, a coarse one first and then the whole
/// one. Start reading at [dropoutlab.predict.query.Queries].
package dropoutlab.predict.query;

