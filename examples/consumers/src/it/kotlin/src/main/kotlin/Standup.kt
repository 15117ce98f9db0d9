package com.example.standup

import io.github.videorooms.SignalWireRestClient
import io.github.videorooms.SignalWireRestError
import io.github.videorooms.model.CreateRoomRequest
import io.github.videorooms.model.Layout
import kotlinx.coroutines.runBlocking

/** Only what the service may omit is nullable. */
fun main() {
    SignalWireRestClient.fromEnv().use { client ->
        val rooms = client.video().rooms()
        rooms.create { it.name("standup").displayName("Stand-up") }
        rooms.create(CreateRoomRequest.builder().name("daily").layout(Layout.GRID_RESPONSIVE).build())

        for (room in rooms.list()) {
            val name: String = room.name
            val shown: String? = room.displayName
            println("$name is shown as ${shown ?: name}, ${room.layout?.value}")
        }

        val found = runBlocking { createOrGetAll(rooms, listOf("standup", "daily")) }
        println("found ${found.map { it.name }}")

        try {
            rooms["no-such-room"]
        } catch (e: SignalWireRestError) {
            println("got ${e.statusCode}, ${e.requestId ?: "no request id"}")
        }
    }
}
