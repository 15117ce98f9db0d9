package com.example.standup

import io.github.videorooms.SignalWireRestClient
import io.github.videorooms.SignalWireRestError
import java.time.Duration
import java.time.Instant
import kotlin.system.exitProcess

/** Deletes the rooms that are empty and older than 30 days; exits with 1 if any remain. */
fun main() {
    val limit = Instant.now() - Duration.ofDays(30)
    var failed = false
    SignalWireRestClient.fromEnv().use { client ->
        val rooms = client.video().rooms()
        // Reads the whole list first: deleting rooms while reading would shift the following pages.
        val old = rooms.list { it.includeActiveSession(true).pageSize(100) }
            .filter { it.createdAt < limit && it.activeSession == null }
        for (room in old) {
            try {
                // Somebody may have joined since the list was read. This leaves less time for that, but still some:
                // the API cannot delete a room only if it is empty.
                if (rooms.get(room.id) { it.includeActiveSession(true) }.activeSession != null) continue
                rooms.delete(room.id)
                println("deleted ${room.name}")
            } catch (e: SignalWireRestError) {
                if (e.isNotFound) continue // somebody else has deleted it
                System.err.println("${room.name} is left: ${e.message}")
                failed = true
            }
        }
    }
    if (failed) exitProcess(1)
}
