/** The reference of the API for people: the document as one page. */
@NullMarked
package io.github.videorooms.openapi.tool.reference;

import org.jspecify.annotations.NullMarked;
