package io.github.videorooms.openapi.tool.workflow;

/** The exit code and the output of a process. */
record ScriptResult(int exitCode, String output) {}
