/**
 * Reads OpenAPI documents into operations and schemas that can be compared independent of notation:
 * the vendor's document, its base from the last update, and ours.
 */
@NullMarked
package io.github.videorooms.openapi.tool.incoming;

import org.jspecify.annotations.NullMarked;
