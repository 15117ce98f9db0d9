context.space.close()

['client-first': okHttpVersion, 'retrofit-first': '4.12.0'].each { order, okHttp ->
  assert new File(basedir, "target/${order}.txt").readLines() == [
      "OkHttp $okHttp",
      'client: created standup',
      'own Retrofit: 401',
      'client, later: standup',
      'client: got 404']*.toString()
}
return true
