package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.error.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** {@code DATA_DIR}: everything that survives a restart. Several shops may share one. */
final class DataFolder {

    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    /**
     * Opens the folder, after making it if need be, for its owner only.
     *
     * @throws InvalidValueException when there is no such folder and it cannot be made
     */
    static DataFolder open(Path root) {
        try {
            Files.createDirectories(root, ownerOnly(root, "rwx------"));
            return new DataFolder(root);
        } catch (IOException e) {
            InvalidValueException refusal =
                    new InvalidValueException("DATA_DIR", root.toString(), "a folder that can be made and written");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** Leaves a file to its owner, whoever could read it before. */
    static void hide(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** {@return permissions for a new file, as far as the file system knows them} */
    static FileAttribute<?>[] ownerOnly(Path near, String permissions) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** {@return the database with all accounts, entries and orders} */
    Path ledger() {
        return root.resolve("tokens.db");
    }

    /** {@return what the sandbox remembers} */
    Path sandboxJournal() {
        return root.resolve("sandbox.journal");
    }

    /** {@return the shop's own key, made up the first time} */
    ShopKey key() {
        return ShopKey.in(root.resolve("shop.key"));
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
