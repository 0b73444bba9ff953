package org.consilium.platform.health.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks what may not answer: on a thread of its own, with a limit. What still has not answered is not asked again meanwhile, so that a thing
 * that hangs keeps one thread and not one for each time that monitoring comes by.
 */
final class Askers implements AutoCloseable {
    private static final long SECONDS = 3;

    private final ExecutorService threads =
            new ThreadPoolExecutor(0, 64, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "health");
                thread.setDaemon(true);
                return thread;
            });
    private final Map<String, Future<?>> running = new HashMap<>();

    /** Begins to ask. */
    synchronized <T> Future<T> begin(String name, Callable<T> question) throws TimeoutException {
        running.values().removeIf(Future::isDone);
        if (running.containsKey(name)) {
            throw new TimeoutException();
        }
        Future<T> future = threads.submit(question);
        running.put(name, future);
        return future;
    }

    static <T> T await(Future<T> answer) throws ExecutionException, TimeoutException {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
