package io.tokeneconomy.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;

/** Requests and answers of clients that no test can be over a socket. */
final class Fakes {

    private Fakes() {}

    /** A request without Content-Length whose body never ends; counts what was read of it. */
    static HttpServletRequest endless(AtomicLong read) {
        return request(new Input(() -> {
            read.incrementAndGet();
            return 'x';
        }));
    }

    /** A request whose client hangs up within the body. */
    static HttpServletRequest brokenOff() {
        return request(new Input(() -> {
            throw new IOException("reset by peer");
        }));
    }

    /** An answer that nobody is there to take. */
    static HttpServletResponse gone(AtomicLong attempts) {
        ServletOutputStream output = new Output(attempts);
        return (HttpServletResponse) Proxy.newProxyInstance(
                Fakes.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> method.getName().equals("getOutputStream") ? output : null);
    }

    private static HttpServletRequest request(ServletInputStream body) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Fakes.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getInputStream" -> body;
                    case "getContentLengthLong" -> -1L;
                    case "getMethod" -> "POST";
                    case "getServletPath" -> "/api/stripe/webhook";
                    case "getDispatcherType" -> DispatcherType.REQUEST;
                    default -> null;
                });
    }

    private interface Bytes {
        int next() throws IOException;
    }

    private static final class Input extends ServletInputStream {

        private final Bytes bytes;

        Input(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.next();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) bytes.next();
            }
            return length;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Output extends ServletOutputStream {

        private final AtomicLong attempts;

        Output(AtomicLong attempts) {
            this.attempts = attempts;
        }

        @Override
        public void write(int b) throws IOException {
            attempts.incrementAndGet();
            throw new IOException("broken pipe");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
