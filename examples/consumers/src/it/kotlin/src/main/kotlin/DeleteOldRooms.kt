package com.example.standup

import io.github.videorooms.SignalWireRestClient
import io.github.videorooms.SignalWireRestError
import io.github.videorooms.VideoRooms
import java.time.Duration
import java.time.Instant
import kotlin.system.exitProcess

/** Deletes the rooms that are empty and older than 30 days; exits with 1 if any remain. */
fun main() {
    val limit = Instant.now() - Duration.ofDays(30)
    val left = SignalWireRestClient.fromEnv().use { deleteOldRooms(it.video().rooms(), limit) }
    if (left > 0) exitProcess(1)
}

/** Deletes the rooms that are empty and older than [limit]; returns how many could not be deleted. */
fun deleteOldRooms(rooms: VideoRooms, limit: Instant): Int {
    // Reads the whole list first: deleting rooms while reading could shift the following pages.
    val old = rooms.list { it.includeActiveSession(true).pageSize(100) }
        .filter { it.createdAt < limit && it.activeSession == null }
    var left = 0
    for (room in old) {
        try {
            // Somebody may have joined since the list was read. This leaves less time for that, but still some:
            // the API cannot delete a room only if it is empty.
            if (rooms.get(room.id) { it.includeActiveSession(true) }.activeSession != null) continue
            rooms.delete(room.id)
            println("deleted ${room.name}")
        } catch (e: SignalWireRestError) {
            if (e.isNotFound) continue // somebody else has deleted it
            if (e.isRateLimited) throw e // stop sending requests; the next run deletes the others
            System.err.println("${room.name} is left: ${e.message}")
            left++
        }
    }
    return left
}
