package com.example.careless

import io.github.videorooms.SignalWireRestError
import io.github.videorooms.VideoRooms
import io.github.videorooms.model.CreateRoomRequest
import io.github.videorooms.model.Room

fun shownAs(room: Room): Int = room.displayName.length

fun layoutOf(room: Room): String = room.layout.value

fun requestId(error: SignalWireRestError): String = error.requestId

fun unnamed(): CreateRoomRequest.Builder = CreateRoomRequest.builder().name(null)

fun nothing(rooms: VideoRooms): Room = rooms[null]

fun fine(room: Room): Int = room.name.length
