/** Folders of the package; the compiled program lies equally deep, so these hold for both. */
export const migrationsDirectory = new URL('../../migrations/', import.meta.url);
export const dashboardDirectory = new URL('../../dashboard/dist/', import.meta.url);
export const packageDirectory = new URL('../../', import.meta.url);
