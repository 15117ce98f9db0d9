/**
 * Prepares the document for the generator's templates: all decisions about Java code are made here.
 */
@NullMarked
package io.github.videorooms.openapi.tool.generator;

import org.jspecify.annotations.NullMarked;
