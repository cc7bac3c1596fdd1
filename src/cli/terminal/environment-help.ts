/** The environment variables that commands read, as their `--help` shows them. The README has the same list with more words. */

const databaseHelp = `  DATABASE_URL      a Postgres server, postgres://…. Default: the embedded database in DATA_DIR
  DATA_DIR          the folder of the embedded database. Default: .standpoint`;

/** What every server reads. */
export const servingHelp = `  TRUST_PROXY       networks of reverse proxies, such as 10.0.0.0/8, whose X-Forwarded-For header is trusted. Default: none
  STOP_GRACE        milliseconds from a stop signal until the process ends. Default: 10000
  REQUEST_WORK      highest expected database time of a request, in milliseconds. Default: 5000; 3000 on the embedded database
  QUEUE_TIMEOUT     longest time that a request waits to be started, in milliseconds. Default: 8000
  DOCUMENTS         a folder of persisted documents: manifests of Apollo, graphql-codegen or Relay, and .graphql files
  DOCUMENTS_MODE    off (default); prefer: other documents get a quarter of the limits; only: other documents are refused
  CSV_ROWS          most rows of a CSV file; ten times as many with credentials. Default: 100000
  ANSWER_CACHE      megabytes of answers that each process keeps until the record changes. Default: 0
  RECEIVE_TIMEOUT   longest time in which a request and its body must arrive, in milliseconds. Default: 30000
  COST_ANONYMOUS, COST_READER, COST_EDITOR
                    expected database time that one caller may use in a minute, in milliseconds: without credentials; as reader
                    or contributor; as editor or admin. 0 is no limit. Default: 60000, 300000, 1200000
  METRICS_PORT      the port on which Prometheus reads /metrics. Default: no metrics
  METRICS_HOST      the address of that port. Default: 127.0.0.1
  SITE              on (default) or off: without the pages, / leads to the API
  SITE_NAME         the name of the pages
  SITE_URL          the address of the pages
  SITE_ISSUES       the address at which readers report errors
  SITE_FOLDER       a folder with the logo and colours (docs/site.md)
  LOG_LEVEL         trace, debug, info (default), warn, error, fatal or silent
  LOG_LINES         most log lines per message and minute; 0 is no limit. Default: 1000`;

/** What servers with a database read. */
export const servingFromDatabaseHelp = `${databaseHelp}
  SEED              whether to record the dossiers and votes that come with Standpoint at the start. true: yes; entries that are
                    already recorded stay unchanged. false: no (as with --module). Default: only into an empty record
  JWKS_URL, JWT_ISSUER, JWT_AUDIENCE
                    set all three to accept access tokens in addition to API keys: the address of the issuer's keys, and the
                    required claims iss and aud
  REDIS_URL         redis://…, through which servers of one database notify each other of changes. Default: through Postgres
  WEBHOOK_NETWORKS  private networks to which webhooks may deliver, such as "10.0.0.0/8 fd00::/8". Default: public addresses only
  DATABASE_READ_URL
                    postgres://… of read replicas, separated by commas
  DATABASE_READ_WAIT
                    longest time that a request waits for a replica to catch up, in milliseconds. Default: 100
  DATABASE_READ_LAG
                    longest time that a replica may be behind, in milliseconds. Default: 10000
  CONNECT_TIMEOUT, STATEMENT_TIMEOUT, WRITE_TIMEOUT, COMMIT_TIMEOUT
                    longest time of the database to connect, query, write and commit, in milliseconds. Default: 10000 each
  DATABASE_CONNECTIONS
                    connections to the Postgres server, and to each replica. Default: 10
  CLIENT_CONNECTIONS
                    how many of them the long queries of one client may use. Default: 2
  REQUEST_CONNECTIONS
                    how many of them one request may use. Default: 2
  REQUEST_DATABASE_TIME
                    longest database time of a request, in milliseconds. Default: 5000
${servingHelp}`;
