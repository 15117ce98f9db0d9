/** What keeps the OpenAPI document and the Java API made from it in order. */
@NullMarked
package io.github.videorooms.openapi.tool;

import org.jspecify.annotations.NullMarked;
