package io.tokeneconomy.example.benchmark.contender;

import java.lang.reflect.InvocationTargetException;

/** Makes contenders in the process that runs them. */
public final class Contenders {

    private Contenders() {}

    /**
     * {@return a new contender}
     *
     * @param className its class
     * @param type what it must be
     * @param place where its books are
     */
    public static <T extends Contender> T open(String className, Class<T> type, Place place) {
        try {
            return Class.forName(className)
                    .asSubclass(type)
                    .getConstructor(Place.class)
                    .newInstance(place);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
