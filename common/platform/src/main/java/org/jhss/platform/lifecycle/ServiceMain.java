// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.time.Duration;

/** Binds a service to its process: signals, uncaught exceptions, exit code. What a service's {@code main} calls. */
public final class ServiceMain {

    private static final Duration GRACE = Duration.ofSeconds(18);

    private ServiceMain() {}

    /**
     * Runs the service and ends the process. SIGTERM and SIGINT stop it gracefully, with exit code 0.
     *
     * @param role such as {@code hss}
     * @param assembly puts the service together
     * @param arguments the command line
     */
    public static void run(String role, ServiceAssembly assembly, String... arguments) {
        var run = new ServiceRun(role, assembly, System.getenv(), System.err);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> run.fail("thread " + thread.getName() + " died", failure));
        var main = Thread.currentThread();
        var hook = Thread.ofPlatform().name("signal").unstarted(() -> {
            run.stop();
            try {
                // the main thread ends the process with its own code before this is over
                main.join(GRACE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        int code = run.run(arguments);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // a signal is ending the process: the stop was asked for, so its code is ours and not 128 + signal
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }
}
