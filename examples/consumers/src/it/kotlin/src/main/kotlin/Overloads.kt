package com.example.standup

import io.github.videorooms.SignalWireRestClient
import io.github.videorooms.VideoRooms
import io.github.videorooms.api.RoomsApi.ListRoomsQuery
import io.github.videorooms.model.CreateStreamRequest
import io.github.videorooms.model.Room
import java.util.function.Consumer
import java.util.function.Supplier

private fun large(query: ListRoomsQuery.Builder) {
    query.pageSize(100)
}

private fun current() = "PT-current"

/** One method accepts every kind of token source. */
fun tokens(builder: SignalWireRestClient.Builder, tokens: Supplier<String>, read: () -> String) {
    builder.token("PT-fixed")
    builder.token { read() }
    builder.token(read)
    builder.token(::current)
    builder.token(tokens)
}

/** Every way to pass a query or a request resolves to one overload; the compiler verifies it. */
fun overloads(rooms: VideoRooms, room: Room, url: String) {
    rooms.list()
    rooms.list { it.pageSize(100) }
    rooms.list { query -> query.pageSize(100) }
    rooms.list(::large)
    rooms.list(Consumer { it.pageSize(100) })
    rooms.list(ListRoomsQuery.builder().pageSize(100).build())

    rooms.get(room.id) { it.includeActiveSession(true) }
    rooms.getByNameAsync(room.name) { it.includeActiveSession(true) }
    rooms.createStream(room.id, url)
    rooms.createStream(room.id) { it.url(url) }
    rooms.createStreamAsync(room.id, CreateStreamRequest.builder().url(url).build())
    rooms.update(room.id) { it.maxMembers(10) }
}
