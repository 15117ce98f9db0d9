def errors = new File(basedir, 'build.log').readLines()
    .collect { it =~ /ERROR.*Careless\.kt:(\d+):\d+ (.*)/ }
    .findAll { it }
    .collect { [it[0][1] as int, it[0][2]] }
    .unique()

def nullableReceiver = { type -> "Only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type '$type'.".toString() }
assert errors == [
    [8, nullableReceiver('String?')],
    [10, nullableReceiver('Layout?')],
    [12, "Return type mismatch: expected 'String', actual 'String?'."],
    [14, "Null cannot be a value of a non-null type 'String'."],
    [16, "Null cannot be a value of a non-null type 'String'."]]
return true
