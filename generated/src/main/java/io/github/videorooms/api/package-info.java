/**
 * The operations of the Video API as Retrofit interfaces, and the query types of those that take a
 * query. If the API adds a parameter to an operation, its method may gain one in a minor version.
 */
@NullMarked
package io.github.videorooms.api;

import org.jspecify.annotations.NullMarked;
