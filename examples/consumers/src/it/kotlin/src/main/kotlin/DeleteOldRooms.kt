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
