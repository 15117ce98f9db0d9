package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes equal parts of a tree the same object, so that YAML writes anchors and aliases. */
final class Sharing {
  private static final int MOST_SHARED = 300;

  private final Map<Object, Object> known = new HashMap<>();
  private int shared;

  private Sharing() {}

  static Object shared(Map<String, Object> tree) {
    return new Sharing().share(tree);
  }

  private Object share(Object node) {
    Object copy = node;
    if (node instanceof Map) {
      Map<String, Object> map = new LinkedHashMap<>();
      Node.of(node).object().forEach((key, value) -> map.put(key, share(value)));
      copy = map;
    } else if (node instanceof List) {
      List<Object> list = new ArrayList<>();
      Node.of(node).list().forEach(each -> list.add(share(each)));
      copy = list;
    } else {
      return node;
    }
    Object same = known.putIfAbsent(copy, copy);
    return same == null || ++shared > MOST_SHARED ? copy : same;
  }
}
