/*
 * Every time that more than one place follows, or that somebody may want to turn: one row each, with its reason. What
 * QuickBooks sets stands in docs/quickbooks-facts.md with its certainty.
 */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long and how often, in milliseconds. */
export const times = {
  // QuickBooks: how it behaves.

  /** A change may be stamped so long before it can be seen: a request may take 120 s to commit at their side. (C2, facts#visible-late) */
  overlapMs: 5 * minute,
  /** Change data capture remembers 30 days; what is asked for from further back than this is compared instead.
   * (facts#cdc-beyond-memory) */
  captureMemoryMs: 29 * day,
  /** What a 429 costs where QuickBooks does not say: Intuit's limits page asks for 60 seconds (facts#throttle-wait). */
  rateLimitWaitMs: minute,
  /** Nobody takes the turn of a call further ahead, nor is held longer by one: a later one is of a clock that was set back. */
  turnsAheadMs: 2 * minute,
  /** The turns of a company that nobody calls for are kept so long. */
  turnsKeptMs: day,
  /** A 429 that lasts longer is not our pace: the month's calls are used up, or the app is blocked. */
  rateLimitPassesMs: 15 * minute,

  /** QuickBooks' servers differ by less than this: a time that is further off is a clock that was put back. (C3) */
  clocksDifferMs: 5 * minute,
  /** How far QuickBooks' clock may be ahead of the database's before ours is believed. */
  clockAheadMs: 2 * minute,

  // People: how long they stay signed in.

  /** A browser that nobody uses is signed out after so long, unless the settings say otherwise. */
  sessionIdleMs: 7 * day,
  /** One that is used is signed out after so long all the same. */
  sessionTotalMs: 30 * day,
  /** What a person does with keys, people and companies wants the password typed within this time: long enough for a
   * piece of work, short enough for a desk that was left. */
  passwordFreshMs: 10 * minute,
  /** The cookie before is still taken for so long after it was replaced: requests were under way with it. */
  formerCookieMs: minute,

  // A company: when it is looked at.

  /** Freshness when polling, unless the company has its own. */
  syncIntervalMs: 3 * minute,
  /** Polling while QuickBooks announces changes. */
  safetyIntervalMs: 30 * minute,
  /** Announcements make a company be looked at no more often than this. */
  announcedLookMs: second,
  /** While a first copy runs, entities that are current are looked at again no more often than this. */
  shortestLookMs: minute,
  /** Entities that change data capture does not cover are asked for this often. (facts#cdc-uncovered) */
  slowPollMs: 6 * hour,
  /** Once a day so much is asked for again: whatever came to light late is repaired by it. */
  repairEveryMs: day,
  repairReachMs: 25 * hour,
  /** An event is dated when it was sent; the change it speaks of is at most so much older. */
  sendingMs: minute,
  /** A web process says so often that it takes webhooks, and workers look so often whether any can arrive. */
  endpointCheckMs: minute,
  /** Webhooks cannot arrive when no web process has said so for so long: it was told twice to no avail. */
  endpointGoneMs: 3 * minute,
  /** An announced record that a look did not show is asked for after so long, and again after so long. */
  firstAskMs: 5 * second,
  secondAskMs: 25 * second,

  // A company: when its copy is compared with QuickBooks' own figures.

  /** The daily proof comes so long after the one before, the first one when everything is copied. */
  proofEveryMs: day,
  /** Comparisons are kept so long. */
  reconciliationsKeptMs: 90 * day,
  /** A difference has to be there twice, so long apart, before it is raised. */
  proofAgainMs: 10 * minute,
  /** One that was found so lately has been there twice; longer than the time until it is compared again. */
  proofSeenLatelyMs: hour,
  /** Amounts of a company that was changing all the while are compared then. */
  proofWhenQuietMs: 6 * hour,

  // What failed: when it is tried again.

  /** The first wait after a failure; it doubles up to the longest. */
  firstRetryMs: 5 * second,
  longestRetryMs: 15 * minute,
  /** Something that cannot succeed by waiting: somebody may have repaired it. */
  probeMs: 15 * minute,
  /** An entity that QuickBooks does not offer. */
  unavailableProbeMs: 7 * day,
  /** A record that could not be stored. */
  rejectedRetryMs: day,
  /** A name that may have been merged, while what may refer to it is still to be copied. */
  suspectRetryMs: 15 * minute,
  /** Records below a renamed one that could not be read again. */
  outdatedRetryMs: hour,
  /** A record that others refer to and that QuickBooks did not have. */
  soughtAgainMs: 30 * day,
  /** A company whose calls are used up. */
  blockedProbeMs: hour,
  /** A record that cannot be rendered spoils every answer of change data capture; after this it lies before the overlap. */
  unreadablePauseMs: 15 * minute,

  // The web server.

  /** Exports and live events of somebody who was disabled elsewhere end within so long; a query a process, while there are any. */
  accessLookMs: second,

  // The month's calls.

  /** What a quiet look takes, its one call included, as measured: the next interval begins when it has ended. */
  lookTakesMs: 375,
  /** However few calls are left, a company is looked at this often while there are any. */
  longestPaceMs: day,
  /** Companies that wait for a new month come within its first hour, not all at once. */
  newMonthMs: hour,

  // The engine.

  /** A lease lasts so long without being renewed: a killed worker's company moves on after this, so under 30 s. */
  leaseMs: 15 * second,
  /** After this a slice gives way to the neighbours. */
  sliceMs: 10 * second,
  /** Between two looks for companies that are due. */
  dispatchMs: 2 * second,
  /** The database had other work to do first: the company comes again after so long. */
  conflictMs: second,
  /** A company is late after two intervals and this. */
  lateMs: minute,
  /** Calls to QuickBooks are counted in memory for so long; a killed process forgets them. */
  flushCallsMs: 5 * second,
  /** The month's calls are summed up and the pace computed. */
  budgetMs: minute,
  /** Companies that leave out sensitive fields since then are looked for. */
  removeSensitiveMs: 10 * second,
  /** A paused company's grant would die unused; asked hourly, because few processes run for a whole day. */
  keepTokensMs: hour,
  /** Settled events are kept so long: QuickBooks repeats one for days, not weeks. */
  eventsKeptMs: 14 * day,
  /** What was told to listening pages, who hear of it when it is committed: a transaction may take a minute. */
  toldEventsKeptMs: 5 * minute,
  /** What came by webhook and could not be read is kept so long after it last came. */
  odditiesKeptMs: 90 * day,
  /** Old entries are forgotten, and what was left unfinished goes on. */
  housekeepingMs: hour,
  // Database readers: tools of people, and whoever has got hold of their login.

  /** A tool that thinks between two statements needs seconds; whoever leaves a transaction open holds tables by it. */
  readerIdleTransactionMs: minute,
  /** A report over years of invoices takes a minute. */
  readerStatementMs: 10 * minute,
  /** A transaction keeps PostgreSQL from clearing up and from giving tables new columns, whatever it does. */
  readerTransactionMs: 15 * minute,
  /** In the way of a change that a person waits for, an idle one ends sooner. */
  readerInTheWayMs: 2 * second,
  /** Readers that do what they may not are looked for. */
  watchReadersMs: 10 * second,

  /** A process that freezes in a transaction keeps its successor out until PostgreSQL ends the transaction. */
  idleTransactionMs: 15 * second,
  /** A first copy that had no turn for so long goes ahead of polls once, however many of them there are. */
  starvingMs: 30 * second,
  /** What the trail tells is linked so soon: until then it can be taken out unseen. One query when there is nothing. */
  sealTrailMs: 2 * second,
  /** Entries that were committed after younger ones are looked for this often. */
  sealLateMs: minute,
  /** Who goes on reading sensitive values of a table is in the trail again after so long. */
  sensitiveNoteMs: hour,
  /** A start waits so long for a database that takes no changes: a managed one changes places with its standby in a
   * minute or two, and whoever runs the processes starts them again in any case. */
  failoverMs: 5 * minute,
  /** A clock of the database that is corrected by less delays a look by no more than that. */
  toleratedClockMs: minute,
} as const;
