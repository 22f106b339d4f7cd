// What Swift cannot see of libpq by itself: the field codes of error reports are macros of character constants.
#ifndef SUPERBILL_CPOSTGRES_SHIM_H
#define SUPERBILL_CPOSTGRES_SHIM_H

#include <libpq-fe.h>
#include <poll.h>

static const int superbill_field_sqlstate = PG_DIAG_SQLSTATE;
static const int superbill_field_table = PG_DIAG_TABLE_NAME;
static const int superbill_field_constraint = PG_DIAG_CONSTRAINT_NAME;

// Throws the server's notices away; libpq would print them on standard error.
static inline void superbill_ignore_notice(void *context, const PGresult *result) {
  (void)context;
  (void)result;
}
static inline void superbill_ignore_notices(PGconn *connection) {
  PQsetNoticeReceiver(connection, superbill_ignore_notice, NULL);
}

#endif
