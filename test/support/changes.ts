/**
 * What people do, by the simulator's names for it; but for renames and inactivations, which change what other records
 * show of the name without giving those a new time.
 */
export const changeKinds: readonly string[] = `create create-sale create-purchase create-money create-customer
  create-vendor edit pay pay-bill deposit attach void delete reprice`.split(/\s+/);
