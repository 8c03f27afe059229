/// What a picture asks for, and how it is computed from a frame, first coarse and then whole. Start reading at
/// [dropoutlab.predict.query.Inquiries].
package dropoutlab.predict.query;
