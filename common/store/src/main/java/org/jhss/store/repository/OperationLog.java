// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.List;
import org.hibernate.StatelessSession;
import org.jhss.store.entity.OperationLogRow;

/** What provisioning changed. */
public final class OperationLog extends Repository<OperationLogRow> {

    OperationLog(StatelessSession session) {
        super(session, OperationLogRow.class, "id");
    }

    /** The entries of one operation. */
    public List<OperationLogRow> findByOperation(String operationId) {
        return findBy("operationId", operationId);
    }
}
