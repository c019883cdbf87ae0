/** What people do, by the simulator's names for it; each kind there is. */
export const changeKinds: readonly string[] = `create create-sale create-purchase create-money create-customer
  create-vendor edit pay pay-bill deposit attach void delete reprice rename deactivate`.split(/\s+/);
