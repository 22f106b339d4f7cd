// What Swift cannot do with rabbitmq-c by itself: call variadic functions, build the nested table of capabilities that a
// login carries, and ask OpenSSL, which rabbitmq-c stands on, why a TLS connection failed.
#ifndef SUPERBILL_CRABBITMQ_SHIM_H
#define SUPERBILL_CRABBITMQ_SHIM_H

#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>

// Names the calling thread for debuggers; prctl is variadic too.
static inline void superbill_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

// A time span. Swift makes no timeval itself: which C module it belongs to depends on what else a build imports.
static inline struct timeval superbill_timeval(long seconds, long microseconds) {
  struct timeval span = {seconds, microseconds};
  return span;
}

static inline amqp_table_entry_t superbill_text_entry(const char *key, const char *text) {
  amqp_table_entry_t entry;
  memset(&entry, 0, sizeof entry);
  entry.key = amqp_cstring_bytes(key);
  entry.value.kind = AMQP_FIELD_KIND_UTF8;
  entry.value.value.bytes = amqp_cstring_bytes(text);
  return entry;
}

static inline amqp_table_entry_t superbill_true_entry(const char *key) {
  amqp_table_entry_t entry;
  memset(&entry, 0, sizeof entry);
  entry.key = amqp_cstring_bytes(key);
  entry.value.kind = AMQP_FIELD_KIND_BOOLEAN;
  entry.value.value.boolean = 1;
  return entry;
}

// Logs in with user and password. Announces what the library leaves out: without consumer_cancel_notify a consumer
// waits forever after its queue is deleted, and without connection.blocked an alarm shows as silence
// (alanxz/rabbitmq-c#870).
static inline amqp_rpc_reply_t superbill_login(
    amqp_connection_state_t state, const char *vhost, int heartbeat_seconds, const char *user, const char *password,
    const char *connection_name) {
  amqp_table_entry_t capabilities[] = {
      superbill_true_entry("consumer_cancel_notify"), superbill_true_entry("connection.blocked"),
      superbill_true_entry("publisher_confirms"),     superbill_true_entry("basic.nack"),
      superbill_true_entry("authentication_failure_close"),
  };
  amqp_table_entry_t entries[3];
  entries[0] = superbill_text_entry("product", "Superbill");
  entries[1] = superbill_text_entry("connection_name", connection_name);
  memset(&entries[2], 0, sizeof entries[2]);
  entries[2].key = amqp_cstring_bytes("capabilities");
  entries[2].value.kind = AMQP_FIELD_KIND_TABLE;
  entries[2].value.value.table.num_entries = sizeof capabilities / sizeof capabilities[0];
  entries[2].value.value.table.entries = capabilities;
  amqp_table_t properties = {sizeof entries / sizeof entries[0], entries};
  return amqp_login_with_properties(
      state, vhost, 8, AMQP_DEFAULT_FRAME_SIZE, heartbeat_seconds, &properties, AMQP_SASL_METHOD_PLAIN, user,
      password);
}

// Notes in OpenSSL's own queue of errors, which is kept for each thread, why a certificate is not accepted: by itself it
// tells only that one was not.
static inline int superbill_note_certificate(int is_accepted, X509_STORE_CTX *context) {
  if (!is_accepted) ERR_raise(ERR_LIB_USER, X509_STORE_CTX_get_error(context));
  return is_accepted;
}

// OpenSSL would ask the terminal for the password of an encrypted key, and wait for ever.
static inline int superbill_no_key_password(char *buffer, int size, int is_writing, void *data) {
  (void)buffer, (void)size, (void)is_writing, (void)data;
  return -1;
}

// Prepares a TLS context of rabbitmq-c to tell why it fails, and never to ask a person.
static inline void superbill_prepare_tls(void *context, int verifies_peer) {
  SSL_CTX_set_default_passwd_cb((SSL_CTX *)context, superbill_no_key_password);
  if (verifies_peer) SSL_CTX_set_verify((SSL_CTX *)context, SSL_VERIFY_PEER, superbill_note_certificate);
}

// OpenSSL's words for what went wrong on this thread since they were last asked for, or NULL.
static inline const char *superbill_tls_reason(void) {
  const char *reason = NULL;
  unsigned long error;
  while ((error = ERR_get_error()) != 0) {
    if (ERR_GET_LIB(error) == ERR_LIB_USER) {
      ERR_clear_error();
      return X509_verify_cert_error_string(ERR_GET_REASON(error));
    }
    if (ERR_reason_error_string(error) != NULL) reason = ERR_reason_error_string(error);
  }
  return reason;
}

#endif
