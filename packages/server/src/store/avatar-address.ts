/**
 * The address of a store's picture, under the origin that browsers know this server by today. What is kept is a path; rows of earlier
 * versions hold the origin of the day the picture was chosen as well, which may be gone.
 */
export function avatarAddress(kept: string, origin: string): string {
  const { pathname, search } = new URL(kept, origin)
  return `${origin}${pathname}${search}`
}
