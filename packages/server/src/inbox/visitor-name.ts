/** Buyers without a name are told apart by a piece of their conversation's id. */
export function visitorName(publicId: string): string {
  return `Visitor ${publicId
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 4)
    .toUpperCase()}`
}
