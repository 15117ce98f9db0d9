/** What the generator's templates are given: the document with everything that is Java decided. */
@NullMarked
package io.github.videorooms.openapi.tool.generator;

import org.jspecify.annotations.NullMarked;
