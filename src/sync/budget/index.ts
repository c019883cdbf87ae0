/** What other rooms use of this one; it is entered only here. */
export { type BudgetState, loadPace, nextMonth, refreshBudget, stretched } from './budget.ts';
export { type CallCounter, createCallCounter } from './call-counter.ts';
export { type CallForecast, loadForecast } from './forecast.ts';
export { createRation } from './ration.ts';
export { createSharedTurns, forgetOldTurns, forgetTurns, type SharedTurns } from './shared-turns.ts';
export { listUsage, type UsagePeriod, usagePeriods } from './usage.ts';
