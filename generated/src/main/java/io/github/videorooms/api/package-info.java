/**
 * The operations of the Video API as Retrofit interfaces, and the query types of those that take a
 * query.
 */
@NullMarked
package io.github.videorooms.api;

import org.jspecify.annotations.NullMarked;
