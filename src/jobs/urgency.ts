/** How urgent a wake-up is: the priority of its place in the queue. Higher goes first; all of them in one table. */
export const urgency = {
  /** A person has asked and is waiting. */
  click: 10,
  /** QuickBooks says that something has changed: within seconds it is to be here. */
  announced: 7,
  /** A first copy that had no turn for long goes ahead of polls once, however many of them there are. */
  starving: 4,
  /** A company whose time to be looked at has come. */
  due: 3,
  /** Pages of a first copy take all the time there is, so everything else goes ahead of them. */
  firstCopy: 0,
} as const;
