/** The chat's colour where the store chose none. */
export const USUAL_BRAND = '#045D74'
