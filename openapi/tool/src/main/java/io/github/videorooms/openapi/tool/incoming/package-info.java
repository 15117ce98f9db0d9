/**
 * The way of the vendor's document to the next one of ours: read, slice, bring down to OpenAPI 3.0,
 * name, correct, and lay over what we have.
 */
@NullMarked
package io.github.videorooms.openapi.tool.incoming;

import org.jspecify.annotations.NullMarked;
