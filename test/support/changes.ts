/**
 * What people do, by the simulator's names for it; but for `rename`: the new name of a parent also changes the full names
 * of those below it, whose times stay as they are.
 */
export const changeKinds: readonly string[] = `create create-sale create-purchase create-money create-customer
  create-vendor edit pay pay-bill deposit attach void delete reprice deactivate`.split(/\s+/);
