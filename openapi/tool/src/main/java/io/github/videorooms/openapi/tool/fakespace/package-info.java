/**
 * What the test kit's {@code FakeSpace} is given of the document, so that it needs no YAML reader.
 */
@NullMarked
package io.github.videorooms.openapi.tool.fakespace;

import org.jspecify.annotations.NullMarked;
