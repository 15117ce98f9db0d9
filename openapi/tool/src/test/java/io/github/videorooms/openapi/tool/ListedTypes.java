package io.github.videorooms.openapi.tool;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Types of every kind, for tests of the API listing. */
@NullMarked
@SuppressWarnings({"ProtectedMembersInFinalClass", "DoNotCallSuggester"})
public final class ListedTypes {
  private ListedTypes() {}

  public abstract static class Base<T> {}

  public static final class Room extends Base<String> implements Serializable, Comparable<Room> {
    private static final long serialVersionUID = 1;

    public static final int MAX = 300;
    protected final String name;
    String packagePrivate = "";

    public Room() {
      this.name = "";
    }

    public Room(String name, int... sizes) throws IOException {
      this.name = name;
    }

    Room(int packagePrivate) {
      this.name = "";
    }

    public static Builder builder() {
      return new Builder();
    }

    @Deprecated
    public String getLabel() {
      return name;
    }

    public synchronized void lock() {}

    void packagePrivate() {}

    @Override
    public int compareTo(Room other) {
      return 0;
    }

    public static class Builder {
      protected Builder() {}
    }
  }

  public abstract static class Nulls<T extends @Nullable Object> {
    public @Nullable String field;

    public abstract @Nullable T find(
        List<? extends @Nullable T> list,
        String @Nullable [] array,
        @Nullable String[] @Nullable [] arrays);

    public abstract Map<String, @Nullable Object> extras();

    public abstract <E extends Exception & Serializable> @Nullable E fail(Class<? super E> type)
        throws E;
  }

  public interface Shape extends Callable<@Nullable String> {
    double area();

    default String describe() {
      return "";
    }

    static Shape unit() {
      throw new UnsupportedOperationException();
    }
  }

  public enum Known {
    B,
    A {
      @Override
      public String raw() {
        return "a";
      }
    };

    public String raw() {
      return "b";
    }
  }

  public @interface Marker {
    String value();
  }

  static class Hidden {
    public String fromHidden() {
      return "";
    }

    public static class PublicInside {}
  }

  public static class Visible extends Hidden {}

  public static class Explosive {
    static {
      explode();
    }

    private static void explode() {
      throw new IllegalStateException("must not be initialised");
    }
  }
}
