package io.github.videorooms.openapi.tool.incoming;

import static io.github.videorooms.openapi.tool.incoming.Rewrite.of;
import static io.github.videorooms.openapi.tool.incoming.Rewrite.ofOperations;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.list;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.map;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rewrites of operations: the location of parameters, servers and security, and names. */
final class OperationRewrites {
  static final List<Rewrite> ALL =
      List.of(
          ofOperations("parameters of the path", OperationRewrites::toPath),
          ofOperations("parameters of the operation", OperationRewrites::toOperation),
          ofOperations("parameter of the path, overridden", OperationRewrites::override),
          ofOperations("parameters in another order", OperationRewrites::shuffle),
          ofOperations("defaults of parameters", OperationRewrites::defaults),
          ofOperations("headers that count for nothing", OperationRewrites::ignoredHeaders),
          ofOperations("case of headers", OperationRewrites::headerCase),
          of("parameters of paths renamed", OperationRewrites::renamePathParameters),
          ofOperations("media types spelled differently", OperationRewrites::mediaTypes),
          ofOperations("other name and tag", OperationRewrites::otherName),
          ofOperations("empty parts", OperationRewrites::emptyParts),
          ofOperations("security of the operation", OperationRewrites::ownSecurity),
          ofOperations("servers of the operation", OperationRewrites::ownServers),
          of("servers of the document", OperationRewrites::commonServers),
          of("security of the document", OperationRewrites::commonSecurity),
          of("beginning of paths in servers", OperationRewrites::prefix),
          of("security schemes renamed", OperationRewrites::renameSecurity));

  private OperationRewrites() {}

  private static boolean isVideo(OperationSlot operation) {
    return !operation.path().contains("/fax/");
  }

  private static List<OperationSlot> siblings(EditableDocument doc, OperationSlot operation) {
    return doc.operations().stream().filter(each -> each.item() == operation.item()).toList();
  }

  private static String key(EditableDocument doc, Object parameter) {
    Map<String, Object> node = doc.resolve(parameter);
    String name = String.valueOf(node.get("name"));
    return "header".equals(node.get("in"))
        ? "header " + name.toLowerCase(Locale.ROOT)
        : node.get("in") + " " + name;
  }

  /** Moves parameters that all operations of a path have to the path. */
  private static boolean toPath(EditableDocument doc, OperationSlot operation) {
    List<OperationSlot> all = siblings(doc, operation);
    boolean changed = false;
    for (Object parameter : List.copyOf(operation.parameters())) {
      boolean common = all.stream().allMatch(each -> each.parameters().contains(parameter));
      String key = key(doc, parameter);
      if (common
          && Node.of(operation.item().get("parameters")).list().stream()
              .noneMatch(each -> key(doc, each).equals(key))) {
        if (!operation.item().containsKey("parameters")) {
          operation.item().put("parameters", list());
        }
        Node.of(operation.item().get("parameters")).list().add(parameter);
        all.forEach(each -> each.parameters().remove(parameter));
        changed = true;
      }
    }
    return changed;
  }

  private static boolean toOperation(EditableDocument doc, OperationSlot operation) {
    List<Object> common = Node.of(operation.item().remove("parameters")).list();
    for (OperationSlot each : siblings(doc, operation)) {
      Set<String> own =
          each.parameters().stream().map(one -> key(doc, one)).collect(Collectors.toSet());
      for (Object parameter : common) {
        if (!own.contains(key(doc, parameter))) {
          each.parameters().add(Trees.copy(parameter));
        }
      }
    }
    return !common.isEmpty();
  }

  /** A parameter of an operation overrides that of its path. */
  private static boolean override(EditableDocument doc, OperationSlot operation) {
    List<OperationSlot> all = siblings(doc, operation);
    for (Object parameter : operation.parameters()) {
      String key = key(doc, parameter);
      boolean everywhere =
          all.stream()
              .allMatch(
                  each -> each.parameters().stream().anyMatch(one -> key(doc, one).equals(key)));
      boolean known =
          Node.of(operation.item().get("parameters")).list().stream()
              .anyMatch(each -> key(doc, each).equals(key));
      if (everywhere && !known) {
        Map<String, Object> other = Trees.copy(doc.resolve(parameter));
        other.remove("content");
        other.put("schema", map("type", "integer", "maximum", 3));
        if (!operation.item().containsKey("parameters")) {
          operation.item().put("parameters", list());
        }
        Node.of(operation.item().get("parameters")).list().add(other);
        return true;
      }
    }
    return false;
  }

  private static boolean shuffle(EditableDocument doc, OperationSlot operation) {
    Collections.shuffle(operation.parameters(), doc.random());
    return operation.parameters().size() > 1;
  }

  private static boolean defaults(EditableDocument doc, OperationSlot operation) {
    for (Object each : operation.parameters()) {
      Map<String, Object> node = doc.resolve(each);
      boolean form = "query".equals(node.get("in")) || "cookie".equals(node.get("in"));
      if (!node.containsKey("content") && !node.containsKey("style")) {
        node.put("style", form ? "form" : "simple");
        node.putIfAbsent("explode", form);
      }
      node.putIfAbsent("required", false);
      node.putIfAbsent("deprecated", false);
      if ("query".equals(node.get("in"))) {
        node.put("allowReserved", false);
        node.put("allowEmptyValue", false);
      }
    }
    return !operation.parameters().isEmpty();
  }

  private static boolean ignoredHeaders(EditableDocument doc, OperationSlot operation) {
    String name = doc.pick(List.of("Accept", "Content-Type", "Authorization"));
    Map<String, Object> parameter = map("name", name, "in", "header", "required", true);
    parameter.put("schema", map("type", "string"));
    return operation.parameters().stream()
            .noneMatch(each -> key(doc, each).equals("header " + name.toLowerCase(Locale.ROOT)))
        && operation.parameters().add(parameter);
  }

  private static boolean headerCase(EditableDocument doc, OperationSlot operation) {
    boolean changed = false;
    for (Object each : operation.parameters()) {
      Map<String, Object> node = doc.resolve(each);
      if ("header".equals(node.get("in"))) {
        node.compute("name", (key, name) -> String.valueOf(name).toUpperCase(Locale.ROOT));
        changed = true;
      }
    }
    for (Object response : operation.responses().values()) {
      Map<String, Object> node = doc.resolve(response);
      Map<String, Object> headers = Node.of(node).get("headers").object();
      if (!headers.isEmpty()) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        headers.forEach((name, header) -> renamed.put(name.toLowerCase(Locale.ROOT), header));
        node.put("headers", renamed);
        changed = true;
      }
    }
    return changed;
  }

  /** Skips paths that differ only in the names of their parameters. */
  private static boolean renamePathParameters(EditableDocument doc) {
    Map<String, Object> paths = Node.of(doc.root().get("paths")).object();
    Map<String, Long> structures =
        paths.keySet().stream()
            .collect(Collectors.groupingBy(Api.Operation::structure, Collectors.counting()));
    Map<String, Object> renamed = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<String, Object> each : paths.entrySet()) {
      String path = each.getKey();
      Map<String, Object> item = Node.of(each.getValue()).object();
      boolean rename = structures.get(Api.Operation.structure(path)) == 1 && !doc.once(3);
      if (rename && path.contains("{") && !item.containsKey("$ref")) {
        for (OperationSlot operation : doc.operations()) {
          if (operation.item() == item) {
            renameIn(doc, operation.parameters());
          }
        }
        renameIn(doc, Node.of(item).get("parameters").list());
        path = path.replace("}", "_of_path}");
        changed = true;
      }
      renamed.put(path, item);
    }
    doc.root().put("paths", renamed);
    return changed;
  }

  private static void renameIn(EditableDocument doc, List<Object> parameters) {
    parameters.replaceAll(
        each -> {
          Map<String, Object> node = doc.resolve(each);
          if (!"path".equals(node.get("in"))) {
            return each;
          }
          Map<String, Object> copy = Trees.copy(node);
          copy.put("name", node.get("name") + "_of_path");
          return copy;
        });
  }

  private static boolean mediaTypes(EditableDocument doc, OperationSlot operation) {
    boolean changed = respelled(doc, doc.resolve(operation.node().get("requestBody")));
    for (Object response : operation.responses().values()) {
      changed |= respelled(doc, doc.resolve(response));
    }
    return changed;
  }

  private static boolean respelled(EditableDocument doc, Map<String, Object> holder) {
    Map<String, Object> content = Node.of(holder).get("content").object();
    if (content.isEmpty()) {
      return false;
    }
    Map<String, Object> respelled = new LinkedHashMap<>();
    content.forEach(
        (type, media) -> {
          String plain = type.replaceAll(";.*", "");
          respelled.put(
              switch (doc.random().nextInt(4)) {
                case 0 -> plain + "; charset=utf-8";
                case 1 -> plain + ";charset=UTF-8";
                case 2 -> plain.toUpperCase(Locale.ROOT);
                default -> plain.replace("json", "JSON");
              },
              media);
        });
    holder.put("content", respelled);
    return true;
  }

  private static boolean otherName(EditableDocument doc, OperationSlot operation) {
    if (isVideo(operation) && !operation.path().contains("/rooms/{")) {
      operation.node().put("operationId", doc.fresh("other"));
    }
    operation.node().put("tags", list(doc.fresh("tag"), "Rooms"));
    return true;
  }

  private static boolean emptyParts(EditableDocument doc, OperationSlot operation) {
    for (Object response : operation.responses().values()) {
      Map<String, Object> node = doc.resolve(response);
      node.putIfAbsent("content", map());
      node.putIfAbsent("headers", map());
      node.putIfAbsent("links", map());
    }
    operation.node().put("deprecated", Boolean.TRUE.equals(operation.node().get("deprecated")));
    operation.node().putIfAbsent("callbacks", map());
    return true;
  }

  private static boolean ownSecurity(EditableDocument doc, OperationSlot operation) {
    Object common = doc.root().get("security");
    return common != null && operation.node().putIfAbsent("security", Trees.copy(common)) == null;
  }

  private static boolean ownServers(EditableDocument doc, OperationSlot operation) {
    Object servers =
        operation.item().containsKey("servers")
            ? operation.item().get("servers")
            : doc.root().get("servers");
    if (servers == null || operation.node().containsKey("servers")) {
      return false;
    }
    operation.node().put("servers", Trees.copy(servers));
    return true;
  }

  /** Moves the servers of the operations to the document if all are equal. */
  private static boolean commonServers(EditableDocument doc) {
    return common(doc, "servers");
  }

  private static boolean commonSecurity(EditableDocument doc) {
    return common(doc, "security");
  }

  private static boolean common(EditableDocument doc, String key) {
    List<OperationSlot> all = doc.operations();
    Object first = all.get(0).node().get(key);
    if (first == null || !all.stream().allMatch(each -> first.equals(each.node().get(key)))) {
      return false;
    }
    doc.root().put(key, first);
    all.forEach(each -> each.node().remove(key));
    return true;
  }

  /** Moves nothing if operations have their own servers. */
  private static boolean prefix(EditableDocument doc) {
    Map<String, Object> paths = Node.of(doc.root().get("paths")).object();
    List<Object> servers = Node.of(doc.root().get("servers")).list();
    boolean own =
        doc.operations().stream()
            .anyMatch(
                each -> each.node().containsKey("servers") || each.item().containsKey("servers"));
    String prefix =
        paths.keySet().stream().allMatch(each -> each.startsWith("/api/video/")) && doc.once(2)
            ? "/api/video"
            : "/api";
    if (servers.size() != 1
        || own
        || !paths.keySet().stream().allMatch(each -> each.startsWith(prefix + "/"))) {
      return false;
    }
    Map<String, Object> moved = new LinkedHashMap<>();
    paths.forEach((path, item) -> moved.put(path.substring(prefix.length()), item));
    doc.root().put("paths", moved);
    Map<String, Object> server = Node.of(servers).get(0).object();
    server.put("url", server.get("url") + prefix + (doc.once(3) ? "/" : ""));
    return true;
  }

  private static boolean renameSecurity(EditableDocument doc) {
    Map<String, Object> schemes = doc.components("securitySchemes");
    Map<String, Object> renamed = new LinkedHashMap<>();
    schemes.forEach(
        (name, scheme) -> {
          if (Node.of(scheme).object().get("scheme") instanceof String text) {
            Node.of(scheme).object().put("scheme", text.toLowerCase(Locale.ROOT));
          }
          renamed.put("New" + name, scheme);
        });
    Node.of(doc.root().get("components")).object().put("securitySchemes", renamed);
    doc.everything(
        node -> {
          if (node.get("security") instanceof List) {
            Node.of(node).get("security").list().replaceAll(OperationRewrites::renamed);
          }
        });
    return true;
  }

  private static Object renamed(Object way) {
    Map<String, Object> names = new LinkedHashMap<>();
    Node.of(way).object().forEach((name, scopes) -> names.put("New" + name, scopes));
    return names;
  }
}
