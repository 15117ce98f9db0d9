/**
 * Converts the document to JSON for the test kit's {@code FakeSpace}, which therefore needs no YAML
 * parser.
 */
@NullMarked
package io.github.videorooms.openapi.tool.fakespace;

import org.jspecify.annotations.NullMarked;
