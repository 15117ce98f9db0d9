package com.example.standup

import io.github.videorooms.SignalWireRestError
import io.github.videorooms.VideoRooms
import io.github.videorooms.model.Room
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.future.await

suspend fun createOrGet(rooms: VideoRooms, name: String): Room =
    try {
        rooms.createAsync { it.name(name) }.await()
    } catch (e: SignalWireRestError) {
        if (!e.hasCode("not_unique_within_project")) throw e
        rooms.getByNameAsync(name).await()
    }

suspend fun createOrGetAll(rooms: VideoRooms, names: List<String>): List<Room> = coroutineScope {
    names.map { name -> async { createOrGet(rooms, name) } }.awaitAll()
}
