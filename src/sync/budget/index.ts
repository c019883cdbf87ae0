/** What other rooms use of this one; it is entered only here. */
export { type BudgetState, loadPace, nextMonth, refreshBudget, stretched } from './budget.ts';
export { type CallCounter, createCallCounter } from './call-counter.ts';
export { type CallForecast, loadForecast } from './forecast.ts';
export { listUsage, type UsagePeriod, usagePeriods } from './usage.ts';
