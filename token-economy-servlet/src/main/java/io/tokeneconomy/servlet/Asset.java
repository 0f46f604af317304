package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A script or style of our own. Browsers ask each time whether it changed: its name carries no version. */
final class Asset implements Endpoint {

    private final byte[] content;
    private final String contentType;
    private final String etag;

    /** @param name a file beside our classes that ends in {@code .js} or {@code .css} */
    Asset(String name) {
        this.content = Resource.read("assets/" + name);
        this.contentType = (name.endsWith(".js") ? "text/javascript" : "text/css") + ";charset=UTF-8";
        this.etag = '"' + digest(content) + '"';
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        Reply reply =
                isKnown(request.getHeader("If-None-Match")) ? Reply.empty(304) : Reply.bytes(contentType, content);
        return reply.header("ETag", etag).header("Cache-Control", "no-cache");
    }

    private boolean isKnown(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", 20))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static String digest(byte[] content) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sha256, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256", e);
        }
    }
}
