// A plain relay: what passing messages on costs with nothing else done, as the measure for the pipeline.
//
//   relay declare HOST PORT QUEUE...                    declare quorum queues
//   relay load  HOST PORT COUNT BYTES RATE QUEUE KIND   publish COUNT messages of BYTES bytes, RATE a second (0: at once);
//                                                       KIND plain: with no properties but their persistence; labelled:
//                                                       with those that Superbill's messages carry
//   relay relay HOST PORT FROM TO FILE                  pass messages on until SIGTERM; then write to FILE how many
//                                                       microseconds each took since it was published, a line each
//   relay drain HOST PORT COUNT QUEUE                   take COUNT messages
//   relay await HOST PORT QUEUE...                      wait until no message has been ready in any of them for a second
//
// Quorum queues, persistent messages, mandatory, confirms awaited for each batch of at most 256, then one multiple
// acknowledgment: the durability of Superbill's workers. Two connections each, as there.
#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

enum { batch_limit = 256, prefetch = 512 };

static void die(const char *what) {
  fprintf(stderr, "relay: %s failed\n", what);
  exit(1);
}

static amqp_connection_state_t open_connection(const char *host, int port) {
  amqp_connection_state_t connection = amqp_new_connection();
  amqp_socket_t *socket = amqp_tcp_socket_new(connection);
  if (!socket || amqp_socket_open(socket, host, port)) die("connect");
  if (amqp_login(connection, "/", 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest").reply_type !=
      AMQP_RESPONSE_NORMAL)
    die("login");
  amqp_channel_open(connection, 1);
  if (amqp_get_rpc_reply(connection).reply_type != AMQP_RESPONSE_NORMAL) die("channel");
  return connection;
}

static void declare(amqp_connection_state_t connection, const char *queue) {
  amqp_table_entry_t entry;
  entry.key = amqp_cstring_bytes("x-queue-type");
  entry.value.kind = AMQP_FIELD_KIND_UTF8;
  entry.value.value.bytes = amqp_cstring_bytes("quorum");
  amqp_table_t arguments = {1, &entry};
  amqp_queue_declare(connection, 1, amqp_cstring_bytes(queue), 0, 1, 0, 0, arguments);
  if (amqp_get_rpc_reply(connection).reply_type != AMQP_RESPONSE_NORMAL) die("declare");
}

static void consume(amqp_connection_state_t connection, const char *queue) {
  amqp_basic_qos(connection, 1, 0, prefetch, 0);
  amqp_basic_consume(connection, 1, amqp_cstring_bytes(queue), amqp_empty_bytes, 0, 0, 0, amqp_empty_table);
  if (amqp_get_rpc_reply(connection).reply_type != AMQP_RESPONSE_NORMAL) die("consume");
}

static void select_confirms(amqp_connection_state_t connection) {
  amqp_confirm_select(connection, 1);
  if (amqp_get_rpc_reply(connection).reply_type != AMQP_RESPONSE_NORMAL) die("confirm.select");
}

static void publish(
    amqp_connection_state_t connection, const char *queue, const amqp_basic_properties_t *properties,
    amqp_bytes_t body) {
  if (amqp_basic_publish(connection, 1, amqp_empty_bytes, amqp_cstring_bytes(queue), 1, 0, properties, body))
    die("publish");
}

static amqp_basic_properties_t plain_properties(void) {
  amqp_basic_properties_t properties;
  memset(&properties, 0, sizeof properties);
  properties._flags = AMQP_BASIC_DELIVERY_MODE_FLAG;
  properties.delivery_mode = 2;
  return properties;
}

// As many and as long as those of a message of Superbill's in the middle of its way.
static amqp_basic_properties_t labelled_properties(amqp_table_entry_t headers[2]) {
  amqp_basic_properties_t properties = plain_properties();
  properties._flags |= AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_HEADERS_FLAG | AMQP_BASIC_CORRELATION_ID_FLAG |
                       AMQP_BASIC_MESSAGE_ID_FLAG | AMQP_BASIC_TIMESTAMP_FLAG | AMQP_BASIC_TYPE_FLAG |
                       AMQP_BASIC_USER_ID_FLAG | AMQP_BASIC_APP_ID_FLAG;
  properties.content_type = amqp_cstring_bytes("application/x-protobuf");
  properties.correlation_id = amqp_cstring_bytes("V000001");
  properties.message_id = amqp_cstring_bytes("00000000-0000-4000-8000-000000000000");
  properties.timestamp = 1800000000;
  properties.type = amqp_cstring_bytes("visit-documented.v1");
  properties.user_id = amqp_cstring_bytes("guest");
  properties.app_id = amqp_cstring_bytes("bench/bench.0");
  headers[0].key = amqp_cstring_bytes("timestamp-ms");
  headers[0].value.kind = AMQP_FIELD_KIND_I64;
  headers[0].value.value.i64 = 1800000000000;
  headers[1].key = amqp_cstring_bytes("causation-id");
  headers[1].value.kind = AMQP_FIELD_KIND_UTF8;
  headers[1].value.value.bytes = amqp_cstring_bytes("00000000-0000-4000-8000-000000000000");
  properties.headers.num_entries = 2;
  properties.headers.entries = headers;
  return properties;
}

// Waits until publications up to `goal` are confirmed. Confirms may come out of order, singly or for all before.
static void await_confirms(amqp_connection_state_t connection, unsigned long long *confirmed, unsigned long long goal) {
  static unsigned char settled[4 * batch_limit];
  while (*confirmed < goal) {
    amqp_frame_t frame;
    amqp_maybe_release_buffers(connection);
    if (amqp_simple_wait_frame(connection, &frame)) die("wait for confirms");
    if (frame.frame_type != AMQP_FRAME_METHOD) continue;
    if (frame.payload.method.id != AMQP_BASIC_ACK_METHOD) die("a publish");
    amqp_basic_ack_t *ack = frame.payload.method.decoded;
    if (ack->multiple) {
      while (*confirmed < ack->delivery_tag) settled[++*confirmed % sizeof settled] = 0;
    } else if (ack->delivery_tag > *confirmed) {
      settled[ack->delivery_tag % sizeof settled] = 1;
    }
    while (settled[(*confirmed + 1) % sizeof settled]) settled[++*confirmed % sizeof settled] = 0;
  }
}

// Takes the next message; 0 when the limit has passed or a signal came.
static int next(amqp_connection_state_t connection, amqp_envelope_t *envelope, struct timeval *limit) {
  amqp_maybe_release_buffers(connection);
  amqp_rpc_reply_t reply = amqp_consume_message(connection, envelope, limit, 0);
  if (reply.reply_type == AMQP_RESPONSE_NORMAL) return 1;
  if (reply.reply_type == AMQP_RESPONSE_LIBRARY_EXCEPTION && reply.library_error == AMQP_STATUS_TIMEOUT) return 0;
  die("receive");
  return 0;
}

static volatile sig_atomic_t stopping;
static void stop(int number) { stopping = number; }

static uint64_t now_microseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_nsec / 1000;
}

static void relay(const char *host, int port, const char *from, const char *to, const char *file) {
  signal(SIGTERM, stop);
  amqp_connection_state_t in = open_connection(host, port), out = open_connection(host, port);
  select_confirms(out);
  consume(in, from);
  unsigned long long sent = 0, confirmed = 0;
  size_t room = 1 << 20;
  uint32_t *ages = malloc(room * sizeof *ages);
  while (!stopping) {
    amqp_envelope_t envelope;
    struct timeval none = {0, 0}, patience = {0, 250000};
    int count = 0;
    unsigned long long last = 0;
    while (count < batch_limit && next(in, &envelope, count ? &none : &patience)) {
      uint64_t published, now = now_microseconds();
      memcpy(&published, envelope.message.body.bytes, sizeof published);
      if (sent == room && !(ages = realloc(ages, (room *= 2) * sizeof *ages))) die("keep the ages");
      ages[sent] = (uint32_t)(now - published);
      memcpy(envelope.message.body.bytes, &now, sizeof now);
      publish(out, to, &envelope.message.properties, envelope.message.body);
      last = envelope.delivery_tag;
      amqp_destroy_envelope(&envelope);
      count++;
      sent++;
    }
    if (!count) continue;
    await_confirms(out, &confirmed, sent);
    amqp_basic_ack(in, 1, last, 1);
  }
  FILE *list = fopen(file, "w");
  if (!list) die("open the file");
  for (unsigned long long number = 0; number < sent; number++) fprintf(list, "%u\n", ages[number]);
  fclose(list);
}

static void load(
    const char *host, int port, long count, long bytes, long rate, const char *queue, int is_labelled) {
  amqp_table_entry_t headers[2];
  amqp_basic_properties_t properties = is_labelled ? labelled_properties(headers) : plain_properties();
  amqp_connection_state_t out = open_connection(host, port);
  select_confirms(out);
  char *body = malloc(bytes);
  memset(body, 'x', bytes);
  amqp_bytes_t content = {bytes, body};
  unsigned long long confirmed = 0;
  uint64_t start = now_microseconds();
  for (long sent = 1; sent <= count; sent++) {
    uint64_t now = now_microseconds(), due = rate ? start + (uint64_t)sent * 1000000 / rate : now;
    if (now < due) {
      struct timespec pause = {0, (long)(due - now) * 1000};
      nanosleep(&pause, NULL);
      now = now_microseconds();
    }
    memcpy(body, &now, sizeof now);
    publish(out, queue, &properties, content);
    if (sent % batch_limit == 0 || sent == count) await_confirms(out, &confirmed, sent);
  }
}

static void drain(const char *host, int port, long count, const char *queue) {
  amqp_connection_state_t in = open_connection(host, port);
  consume(in, queue);
  for (long taken = 1; taken <= count; taken++) {
    amqp_envelope_t envelope;
    next(in, &envelope, NULL);
    if (taken % batch_limit == 0 || taken == count) amqp_basic_ack(in, 1, envelope.delivery_tag, 1);
    amqp_destroy_envelope(&envelope);
  }
}

static void await_empty(const char *host, int port, char **queues, int count) {
  amqp_connection_state_t connection = open_connection(host, port);
  for (int quiet = 0; quiet < 4; quiet++) {
    struct timespec pause = {0, 250000000};
    nanosleep(&pause, NULL);
    for (int number = 0; number < count; number++) {
      amqp_maybe_release_buffers(connection);
      amqp_queue_declare_ok_t *depth =
          amqp_queue_declare(connection, 1, amqp_cstring_bytes(queues[number]), 1, 0, 0, 0, amqp_empty_table);
      if (!depth) {  // not declared yet; the broker has closed the channel
        amqp_destroy_connection(connection);
        connection = open_connection(host, port);
        quiet = -1;
      } else if (depth->message_count) {
        quiet = -1;
      }
    }
  }
}

int main(int argc, char **argv) {
  const char *command = argc > 1 ? argv[1] : "";
  if (argc > 4 && !strcmp(command, "declare")) {
    amqp_connection_state_t connection = open_connection(argv[2], atoi(argv[3]));
    for (int number = 4; number < argc; number++) declare(connection, argv[number]);
  } else if (argc == 7 && !strcmp(command, "relay")) {
    relay(argv[2], atoi(argv[3]), argv[4], argv[5], argv[6]);
  } else if (argc == 9 && !strcmp(command, "load") && (!strcmp(argv[8], "plain") || !strcmp(argv[8], "labelled"))) {
    load(
        argv[2], atoi(argv[3]), atol(argv[4]), atol(argv[5]), atol(argv[6]), argv[7], !strcmp(argv[8], "labelled"));
  } else if (argc == 6 && !strcmp(command, "drain")) {
    drain(argv[2], atoi(argv[3]), atol(argv[4]), argv[5]);
  } else if (argc > 4 && !strcmp(command, "await")) {
    await_empty(argv[2], atoi(argv[3]), argv + 4, argc - 4);
  } else {
    fprintf(stderr,
            "usage: relay declare HOST PORT QUEUE... | load HOST PORT COUNT BYTES RATE QUEUE KIND |\n"
            "       relay HOST PORT FROM TO FILE | drain HOST PORT COUNT QUEUE | await HOST PORT QUEUE...\n");
    return 64;
  }
  return 0;
}
