import io.github.videorooms.testkit.FakeSpace

context.space = FakeSpace.start()
def settings = ['space.project': context.space.project, 'space.token': context.space.token, 'space.host': context.space.host]
new File(basedir, 'test.properties').text = settings.collect { "$it.key=$it.value\n" }.join()
return true
