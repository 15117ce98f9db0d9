context.space.close()

assert new File(basedir, 'target/output.txt').readLines() == [
    'com.example.modular reads io.github.videorooms, io.github.videorooms.generated',
    'rooms: [daily, standup]']
return true
