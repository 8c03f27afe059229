/// The view of a recurrent network, unrolled in time. Start reading at [dropoutlab.figure.variant.time.TimeView].
package dropoutlab.figure.variant.time;

