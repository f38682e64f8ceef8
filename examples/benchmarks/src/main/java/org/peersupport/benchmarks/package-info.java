/**
 * What the library costs, measured beside what else one could use.
 *
 * <p>{@link org.peersupport.benchmarks.Report} runs everything and prints the table of the README.
 * Every figure that is compared comes from one run on one machine, so only ratios are claimed.
 */
package org.peersupport.benchmarks;
