// What docs/spring-boot.md says was run, is what was run.
def page = new File(top, 'docs/spring-boot.md').readLines()

['boot-4', 'boot-3'].each { line ->
  def tree = new File(basedir, "target/$line/tree.txt").text
  def version = { artifact -> (tree =~ /:$artifact:jar:([^:]+):/)[0][1] }
  def row = ['spring-boot', 'gson', 'kotlin-stdlib', 'micrometer-core', 'junit-jupiter', 'okhttp-jvm'].collect(version)
  assert page.contains("| ${row.join(' | ')} |".toString())
  assert (tree =~ /okhttp(-jvm)?:jar/).size() == 1
}
return true
