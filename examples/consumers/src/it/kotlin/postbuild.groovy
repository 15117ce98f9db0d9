context.space.close()

assert new File(basedir, 'target/output.txt').readLines() == [
    'standup is shown as Stand-up, grid-responsive',
    'daily is shown as daily, grid-responsive',
    'found [standup, daily]',
    'got 404, no request id']
return true
