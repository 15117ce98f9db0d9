package io.github.videorooms.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is in a jar. */
final class Entries {
  private static final Pattern IMAGE = Pattern.compile("<img src=\"([^\"]+)\"");

  private Entries() {}

  /** A line for each entry: where two jars differ, these tell which entry does. */
  static List<String> of(Path jar) throws IOException {
    List<String> entries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          entries.add(entry.getName() + " " + Arrays.hashCode(in.readAllBytes()));
        }
      }
    }
    return entries;
  }

  static Set<String> namesIn(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    }
  }

  /** The images that the pages in a jar show, as names of entries. */
  static Set<String> imagesShownIn(Path jar) throws IOException {
    Set<String> images = new HashSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".html")) {
          String page = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
          URI address = URI.create(entry.getName());
          IMAGE
              .matcher(page)
              .results()
              .forEach(image -> images.add(address.resolve(image.group(1)).toString()));
        }
      }
    }
    return images;
  }
}
