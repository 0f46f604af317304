package io.tokeneconomy.ledger.engine.gather;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** The kinds of threads that this Java has. */
enum ThreadKind implements ThreadFactory {
    PLATFORM {
        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }
    },
    VIRTUAL {
        @Override
        public Thread newThread(Runnable work) {
            return virtual(work);
        }
    };

    private static final int VIRTUAL_SINCE = 21;

    static Stream<ThreadKind> available() {
        return Runtime.version().feature() < VIRTUAL_SINCE ? Stream.of(PLATFORM) : Stream.of(values());
    }

    /** By reflection, as we compile for Java 17. */
    private static Thread virtual(Runnable work) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Method unstarted = Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
            return (Thread) unstarted.invoke(builder, work);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no virtual threads", e);
        }
    }
}
