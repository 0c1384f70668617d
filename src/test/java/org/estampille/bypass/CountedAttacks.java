package org.estampille.bypass;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.estampille.Measures;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts attacks mounted and caught, one for each run of a test; a test tagged {@link #HONEST} mounts none. */
final class CountedAttacks implements AfterTestExecutionCallback {

    static final String HONEST = "honest";

    /** Lives as long as all tests of a process. */
    private static final class Tally implements AutoCloseable {
        private final AtomicInteger mounted = new AtomicInteger();
        private final AtomicInteger caught = new AtomicInteger();

        @Override
        public void close() throws IOException {
            Measures.record("bypass fixtures: " + mounted + ", caught: " + caught);
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getTags().contains(HONEST)) {
            return;
        }
        Tally tally = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(CountedAttacks.class))
                .getOrComputeIfAbsent(Tally.class, type -> new Tally(), Tally.class);
        tally.mounted.incrementAndGet();
        if (context.getExecutionException().isEmpty()) {
            tally.caught.incrementAndGet();
        }
    }
}
