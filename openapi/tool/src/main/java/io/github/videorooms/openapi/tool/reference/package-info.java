/** Creates the API reference: the document as one HTML page. */
@NullMarked
package io.github.videorooms.openapi.tool.reference;

import org.jspecify.annotations.NullMarked;
