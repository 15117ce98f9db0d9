/** Reads, lints and writes OpenAPI documents, and lists the public API of Java modules. */
@NullMarked
package io.github.videorooms.openapi.tool;

import org.jspecify.annotations.NullMarked;
