/** Addresses a picture or a card may have; anything else is shown without one. */
export function webAddress(address: string | undefined): string | null {
  return address !== undefined && /^https?:\/\//i.test(address) ? address : null
}
