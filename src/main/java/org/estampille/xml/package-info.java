/**
 * XML documents of others, read without document types and external entities; and where a document type ends, for those who look
 * for places in the text.
 *
 * <p>In: octets. Out: {@link org.estampille.xml.XmlElement}. Not responsible for: what the elements mean, schemas.
 */
@NullMarked
package org.estampille.xml;

import org.jspecify.annotations.NullMarked;
