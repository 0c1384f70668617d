/**
 * ZIP archives (PKWARE APPNOTE 6.3): EPUB, Office Open XML, OpenDocument, OpenXPS and plain ones. Read only. The central directory
 * says what there is; nothing is ever inflated.
 *
 * <p>In: {@link org.estampille.bytes.ByteSource}. Out: {@link org.estampille.container.ContainerMap}, and the entries with their
 * exact octets for {@code bind}. Not responsible for: what the entries hold, hashing, passwords.
 */
@NullMarked
package org.estampille.container.zip;

import org.jspecify.annotations.NullMarked;
