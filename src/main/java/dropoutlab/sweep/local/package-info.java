/// Workers of one process that fill a sweep's folder. Start reading at [dropoutlab.sweep.local.Crew].
package dropoutlab.sweep.local;
