package io.github.videorooms.openapi.tool.workflow;

/** How a process ended, and what it printed to either stream. */
record ScriptResult(int exitCode, String output) {}
