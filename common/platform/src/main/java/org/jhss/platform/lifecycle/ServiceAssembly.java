// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

/** Puts a service together: what a service's {@code main} gives to {@link ServiceMain}. */
@FunctionalInterface
public interface ServiceAssembly {

    /**
     * Starts the components in order, by {@link ServiceContext#start}. The service is ready when this returns.
     *
     * @throws StartFailure when the operator can mend what is wrong
     * @throws Exception for anything else; counts as a defect
     */
    void assemble(ServiceContext context) throws Exception;
}
