package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Answers with a script or style of our own. */
final class Asset implements Endpoint {

    private static final int TAG_BYTES = 12;

    private final byte[] content;
    private final String contentType;
    private final String caching;
    private final String etag;

    private Asset(AssetFile file, String caching) {
        this.content = file.bytes();
        this.contentType = file.contentType();
        this.caching = caching;
        this.etag = '"' + HexFormat.of().formatHex(AssetFile.digest("SHA-256", file.text()), 0, TAG_BYTES) + '"';
    }

    /** {@return a file whose name tells its content: nobody need ask for it again} */
    static Asset forEver(AssetFile file) {
        return new Asset(file, "public, max-age=31536000, immutable");
    }

    /** {@return a file whose name stays: browsers ask each time whether it changed} */
    static Asset revalidated(AssetFile file) {
        return new Asset(file, "no-cache");
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        Reply reply =
                isKnown(request.getHeader("If-None-Match")) ? Reply.empty(304) : Reply.bytes(contentType, content);
        return reply.header("ETag", etag)
                .header("Cache-Control", caching)
                .header("Cross-Origin-Resource-Policy", "same-site");
    }

    private boolean isKnown(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", 20))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
