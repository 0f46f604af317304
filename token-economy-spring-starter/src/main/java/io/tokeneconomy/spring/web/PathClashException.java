package io.tokeneconomy.spring.web;

/** A controller of the application has a path of ours, which it would never see a request of. */
public final class PathClashException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String controller;

    PathClashException(String path, String controller) {
        super(path + " is mapped by " + controller + " and by Token Economy");
        this.path = path;
        this.controller = controller;
    }

    /** {@return the path} */
    public String path() {
        return path;
    }

    /** {@return who has it, too} */
    public String controller() {
        return controller;
    }
}
