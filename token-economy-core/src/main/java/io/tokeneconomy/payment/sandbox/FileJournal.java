package io.tokeneconomy.payment.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only file. It is read and rewritten without the past on start, and again whenever it has grown to four
 * times what it held then (at least 16 MiB). When that cannot be done, it goes on as it is and is tried again 16 MiB
 * later.
 */
final class FileJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(StripeSandbox.class);
    private static final long SMALLEST_COMPACTION = 16L << 20;
    private static final int GROWTH = 4;

    private final Path path;
    private final JournalLock lock;
    private final Object flushing = new Object();
    // Not a FileChannel: an interrupt of the writing thread would close it.
    private volatile RandomAccessFile file;
    private volatile long position;
    private long flushed;
    private long fileSize;
    private long compactAt;
    private boolean compactionFailed;

    private FileJournal(Path path, JournalLock lock, Tables tables) throws IOException {
        this.path = path;
        this.lock = lock;
        if (Files.exists(path)) {
            JournalReader.read(path, tables);
        }
        file = rewrite(tables.all());
    }

    /** Opens or makes the file and fills the tables with what it remembers. */
    static FileJournal open(Path journal, Tables tables) {
        Path path = journal.toAbsolutePath();
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent(), "a journal is a file"));
            JournalLock lock = JournalLock.on(path);
            try {
                return new FileJournal(path, lock, tables);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SandboxException("The sandbox's journal " + path + " cannot be opened: " + e, true, e);
        }
    }

    private RandomAccessFile rewrite(List<Change> all) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        RandomAccessFile made = new RandomAccessFile(fresh.toFile(), "rw");
        long size;
        try {
            made.write(JournalFormat.header());
            for (Change change : all) {
                made.write(JournalFormat.line(List.of(change)));
            }
            made.getFD().sync();
            size = made.length();
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            made.close();
            throw e;
        }
        fileSize = size;
        compactAt = Math.max(SMALLEST_COMPACTION, fileSize * GROWTH);
        return made;
    }

    @Override
    public long append(List<Change> changes) {
        byte[] line = JournalFormat.line(changes);
        try {
            file.write(line);
        } catch (IOException e) {
            cutBack();
            throw new SandboxException("The sandbox's journal " + path + " cannot be written", true, e);
        }
        fileSize += line.length;
        long reached = position + line.length;
        position = reached;
        return reached;
    }

    private void cutBack() {
        try {
            file.setLength(fileSize);
            file.seek(fileSize);
        } catch (IOException e) {
            LOG.warn("🧪 The sandbox's journal {} may end with a torn line", path, e);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void sync(long wanted) {
        synchronized (flushing) {
            if (flushed >= wanted) {
                return;
            }
            long reached = position;
            try {
                file.getFD().sync();
            } catch (IOException e) {
                throw new SandboxException("The sandbox's journal " + path + " cannot be flushed", true, e);
            }
            flushed = reached;
        }
    }

    @Override
    public boolean wantsCompaction() {
        return fileSize > compactAt;
    }

    @Override
    public void compact(List<Change> all) {
        synchronized (flushing) {
            RandomAccessFile old = file;
            try {
                file = rewrite(all);
            } catch (IOException e) {
                postponeCompaction(e);
                return;
            }
            flushed = position;
            compactionFailed = false;
            retire(old);
        }
    }

    private void postponeCompaction(IOException reason) {
        compactAt = fileSize + SMALLEST_COMPACTION;
        if (!compactionFailed) {
            compactionFailed = true;
            LOG.warn("🧪 The sandbox's journal {} grows on, as it could not be compacted", path, reason);
        }
    }

    private void retire(RandomAccessFile old) {
        try {
            old.close();
        } catch (IOException e) {
            LOG.debug("🧪 The former file of the sandbox's journal {} could not be closed", path, e);
        }
    }

    @Override
    public void close() {
        synchronized (flushing) {
            try (lock) {
                file.close();
            } catch (IOException e) {
                LOG.warn("🧪 The sandbox's journal {} could not be closed", path, e);
            }
        }
    }
}
