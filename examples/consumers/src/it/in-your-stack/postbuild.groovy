['TracedCalls': 9, 'SignalWireProducer': 2].each { sample, tests ->
  def report = new File(basedir, "target/surefire-reports/com.example.stack.${sample}Test.txt").text
  assert report.contains("Tests run: $tests, Failures: 0, Errors: 0, Skipped: 0")
}
return true
