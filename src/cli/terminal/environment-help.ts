/** The environment variables that commands read, as their `--help` shows them. The README has the same list with more words. */

const databaseHelp = `  DATABASE_URL      postgres://…; without it the embedded database in DATA_DIR is used
  DATA_DIR          .standpoint: the folder of the embedded database`;

/** What every server reads. */
export const servingHelp = `  TRUST_PROXY       networks of reverse proxies, such as 10.0.0.0/8, whose X-Forwarded-For names the client
  STOP_GRACE        10000: milliseconds from a signal to stop until the process ends
  REQUEST_WORK      5000, on the embedded database 3000: milliseconds that a request may be expected to take
  QUEUE_TIMEOUT     8000: milliseconds that a request may wait for its turn
  DOCUMENTS         a folder of persisted documents: manifests of Apollo, graphql-codegen or Relay, and .graphql files
  DOCUMENTS_MODE    off; prefer: other documents may ask for a quarter as much; only: other documents are refused
  CSV_ROWS          100000: rows of a CSV file; ten times as many with a credential
  ANSWER_CACHE      0: megabytes of answers that each process keeps until the record changes
  RECEIVE_TIMEOUT   30000: milliseconds for a request and its body to arrive
  COST_ANONYMOUS, COST_READER, COST_EDITOR  60000, 300000, 1200000: milliseconds of expected database time that one caller may
                    spend in a minute, without a credential, as reader or contributor, as editor or admin; 0: no limit
  METRICS_PORT      unset: no metrics; a port for Prometheus, which reads /metrics there
  METRICS_HOST      127.0.0.1: the address of that port
  SITE              on; off: no pages, and / leads to the API
  SITE_NAME, SITE_URL, SITE_ISSUES, SITE_FOLDER  the pages' name, their address, where readers report errors, and a folder
                    with the logo and colours (docs/site.md)
  LOG_LEVEL         info; trace, debug, warn, error, fatal, silent
  LOG_LINES         1000: lines of one message that the log has in a minute; 0: all`;

/** What servers with a database read. */
export const servingFromDatabaseHelp = `${databaseHelp}
  SEED              unset: record the dossiers and votes that come with Standpoint where nothing is recorded yet; true: also beside
                    what is recorded, of which they change nothing; false: never (as with --module)
  JWKS_URL, JWT_ISSUER, JWT_AUDIENCE  all three, to take tokens beside API keys: whose, and made for whom
  REDIS_URL         redis://…: where servers of one database tell each other of changes; without it by Postgres itself
  WEBHOOK_NETWORKS  private networks in which webhooks may be, such as "10.0.0.0/8 fd00::/8"; only public addresses without it
  DATABASE_READ_URL  postgres://… of replicas that answer reads, with commas between
  DATABASE_READ_WAIT, DATABASE_READ_LAG  100, 10000: milliseconds that a request waits for a replica to have what it must see,
                    and that a replica may be behind
  CONNECT_TIMEOUT, STATEMENT_TIMEOUT, WRITE_TIMEOUT, COMMIT_TIMEOUT  10000 each: milliseconds that the database may take
  DATABASE_CONNECTIONS, CLIENT_CONNECTIONS, REQUEST_CONNECTIONS  10, 2, 2: connections to the Postgres server, and to each
                    replica; how many of them one client's long queries and one request may use
  REQUEST_DATABASE_TIME  5000: milliseconds of database time that a request may take
${servingHelp}`;
