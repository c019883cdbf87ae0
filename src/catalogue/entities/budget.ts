import { defineEntity } from '../entity.ts';
import { date, decimal, flag, list, reference, structure, text } from '../fields.ts';

const budgetDetails = {
  table: 'budget_details',
  doc: 'Budgeted amounts, one row an account (or customer, class, location) and period.',
  fields: {
    BudgetDate: date('First day of the period.'),
    Amount: decimal('Budgeted amount.'),
    AccountRef: reference('Account', 'Account budgeted.'),
    CustomerRef: reference('Customer', 'Customer budgeted.'),
    ClassRef: reference('Class', 'Class budgeted.'),
    DepartmentRef: reference('Department', 'Location budgeted.'),
    CustomExtensions: structure('Further dimensions, as QuickBooks sends them.'),
  },
};

export const budget = defineEntity({
  name: 'Budget',
  table: 'budgets',
  kind: 'list',
  doc: 'Budgets: what is planned for accounts and periods.',
  abilities: { query: true, cdc: true, webhooks: ['created', 'updated', 'deleted'] },
  loadOrder: 90,
  fields: {
    Name: text('Name of the budget.'),
    Active: flag('False once it was made inactive.'),
    StartDate: date('First day of the budget.'),
    EndDate: date('Last day of the budget.'),
    BudgetType: text('What is budgeted; ProfitAndLoss.'),
    BudgetEntryType: text('Length of a period: Monthly, Quarterly or Annually.'),
    BudgetDetail: list(budgetDetails),
  },
});
