/**
 * Octets that nobody wrote on purpose, for every parser.
 *
 * <p>In: seeds and what a fuzzer makes of them. Out: nothing but typed results. Not responsible for: what the results say.
 */
package org.estampille.fuzz;
