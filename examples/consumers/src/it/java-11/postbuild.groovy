context.space.close()

assert new File(basedir, 'target/output.txt').readLines() == ['standup and daily']

def header = new File(basedir, 'target/classes/com/example/eleven/Eleven.class').bytes
assert header[7] == 55 : 'class files of Java 11'
return true
