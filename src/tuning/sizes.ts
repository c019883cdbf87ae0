/*
 * Every size that more than one place follows, or that somebody may want to turn. Sizes of an algorithm that nobody else
 * needs to know stay beside it.
 */

/** How many. */
export const sizes = {
  /** Records that QuickBooks gives at once. */
  page: 1_000,
  /** Objects in an answer of change data capture from which on it may have been cut. */
  captureCut: 1_000,
  /** More records than this that QuickBooks cannot render: then it is not the records. */
  unreadable: 10,
  /** Ids in one query; each may have 19 digits, and a statement has to travel. (facts#query-post) */
  idsAQuery: 200,

  /**
   * Rows in a page of JSON that the REST API gives, and at most: a page is put together in memory, whole documents of
   * several KB each. NDJSON and CSV are streamed and have as many as there are.
   */
  recordsPage: { usual: 100, most: 1_000 },

  /**
   * Companies worked at the same time in a process. Ten thousand of them at 180 s are 56 looks a second, of which
   * QuickBooks takes 0.3 s and more: some twenty under way, shared by two processes that also copy new ones.
   */
  companiesAtOnce: 16,
  /** Entities of one company whose pages are fetched at the same time. */
  entitiesAtOnce: 3,
  /**
   * Calls of one company under way in a process, one for each of those entities. QuickBooks takes ten: those of a worker, of
   * its successor while it is thought dead, and of a person who connects the company meanwhile.
   */
  callsUnderWay: 3,
  /** However many first copies are under way, so many pages are in hand, or one of each: each is megabytes. */
  pagesAtOnce: 12,

  /** Connections of the program that runs: one for each company at once, and some for everything else. */
  connections: 20,
  /**
   * Connections for reading records, beside the others or to a replica that only reads: a question may take the database half
   * a minute, and nobody else is to wait for it. One for each page and export at once, and some that are being opened.
   */
  readConnections: 12,

  /**
   * Pages and single records that are read at once in a process; few, as each is put together in memory and the database has
   * as many processors. One caller has a part of them, and the companies leave each other one.
   */
  pages: { atOnce: 5, perCaller: 2, perCompany: 4 },
  /** Exports under way in a process. Somebody's second one is taken only while their company has fewer than `perCompany`. */
  exports: { atOnce: 6, perCaller: 2, perCompany: 4 },
  /** Connections of a command, which does one thing after the other. */
  commandConnections: 2,

  /** Connections of each database reader: half of the server's shared among them, within these. */
  readerConnections: { most: 20, least: 2 },
  /** Advisory locks of one session of a reader; the server has some thousands for everybody. */
  readerLocks: 50,
  /** What one session of a reader may write to disk for its sorts, in MB. */
  readerTemporaryMb: 2_048,
  /** A change of tables lets readers finish so often before it ends their transactions: about half a minute. */
  readersWaitedFor: 5,
} as const;
