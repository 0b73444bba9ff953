package org.consilium.itests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that all begin at the same moment. */
public final class Together {
    private Together() {}

    /** The answers in the order of the calls. */
    public static List<Api.Answer> call(int count, IntFunction<Api.Answer> call)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Callable<Api.Answer>> calls = IntStream.range(0, count)
                    .<Callable<Api.Answer>>mapToObj(i -> () -> {
                        start.await();
                        return call.apply(i);
                    })
                    .toList();
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
