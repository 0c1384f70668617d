package org.estampille.trust;

/**
 * One requirement of the certificate profile (C2PA 2.5 clause 13.5.1.1) and whether a certificate keeps it.
 *
 * @param certificate which certificate of the chain, in words
 * @param requirement what is required, one clause
 * @param kept whether it is so
 * @param violation what is wrong otherwise, one clause
 */
public record ProfileClause(String certificate, String requirement, boolean kept, String violation) {}
