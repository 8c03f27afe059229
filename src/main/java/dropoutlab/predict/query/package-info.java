/// What a picture asks for, and how it is computed from a frame, first coarse and then whole. Start reading at
/// [dropoutlab.predict.query.Queries].
package dropoutlab.predict.query;
