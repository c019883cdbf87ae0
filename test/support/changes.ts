/** What people do, by the simulator's names for it. */
export const changeKinds: readonly string[] = `create create-sale create-purchase create-money create-customer
  create-vendor edit rename pay pay-bill deposit attach void delete reprice deactivate`.split(/\s+/);
